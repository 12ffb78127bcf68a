package org.w3id.urbis.endpoint.route;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL2;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * {@code /ontology} and {@code /shapes}: each one document that holds all its terms, so that a term, whose IRI has a
 * fragment, is found by following the IRI.
 */
public final class VocabularyRoutes implements HttpService, Operations {
    private static final List<Vocabulary> VOCABULARIES = List.of(
            new Vocabulary("ontology", "Ontology", "What the words of the graph mean."),
            new Vocabulary("shapes", "Shapes", "What data must look like to enter the graph."));

    private final Site site;
    private final GraphContents contents;

    /** Prepares the routes. */
    public VocabularyRoutes(Site site) {
        this.site = site;
        this.contents = new GraphContents(site);
    }

    @Override
    public void routing(HttpRules rules) {
        for (Vocabulary vocabulary : VOCABULARIES) {
            rules.any(
                    "/" + vocabulary.path(),
                    (request, response) -> send(request, response, vocabulary, Optional.empty()));
            for (Representation form : Representation.DOCUMENTS) {
                rules.any(
                        "/" + vocabulary.path() + "." + form.suffix(),
                        (request, response) -> send(request, response, vocabulary, Optional.of(form)));
            }
        }
        rules.any("/ontology/{version}", this::version);
    }

    /** A version of the ontology: the one that the revision is written in. Earlier ones are asked for by revision. */
    private void version(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String wanted = request.path().pathParameters().get("version");
        Optional<Representation> suffix =
                Representation.ofSuffix("/" + wanted).filter(Representation.DOCUMENTS::contains);
        String version = suffix.map(form ->
                        wanted.substring(0, wanted.length() - form.suffix().length() - 1))
                .orElse(wanted);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            List<String> known = Txn.calculateRead(revision.dataset(), () -> versions(revision));
            if (!known.contains(version)) {
                throw Problem.of(ProblemType.NOT_FOUND, ProblemDetail.ONTOLOGY_VERSION, version)
                        .with("available", known)
                        .exception();
            }
            Answering.link(response, "</ontology>; rel=\"latest-version\"");
            send(request, response, revision, VOCABULARIES.getFirst(), suffix);
        }
    }

    private List<String> versions(RevisionLease revision) {
        String ontology = site.identifiers().baseIri() + "ontology";
        return Iter.iter(revision.dataset()
                        .find(Node.ANY, NodeFactory.createURI(ontology), OWL2.versionIRI.asNode(), Node.ANY))
                .map(quad -> quad.getObject().getURI())
                .filter(iri -> iri.startsWith(ontology + "/"))
                .map(iri -> iri.substring(ontology.length() + 1))
                .distinct()
                .toList();
    }

    private void send(
            ServerRequest request, ServerResponse response, Vocabulary vocabulary, Optional<Representation> suffix) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            send(request, response, revision, vocabulary, suffix);
        }
    }

    private void send(
            ServerRequest request,
            ServerResponse response,
            RevisionLease revision,
            Vocabulary vocabulary,
            Optional<Representation> suffix) {
        Parameters parameters = Asking.parameters(request);
        Languages languages = Asking.languages(request, parameters);
        Choice choice = suffix.map(Choice::of)
                .orElseGet(() -> Asking.choose(request, parameters.one("format"), Representation.DOCUMENTS));
        boolean html = choice.form() == Representation.HTML;
        EntityTag tag = EntityTag.of(
                html ? revision.imprint() : revision.info().hash(),
                vocabulary.path(),
                choice.mediaType(),
                html ? languages.toString() + site.edition() : "");
        if (html) {
            response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        }
        if (parameters.one("revision").isEmpty()) {
            response.header(
                    Answering.CONTENT_LOCATION,
                    "/" + vocabulary.path() + "." + choice.form().suffix());
        }
        if (Answering.isKnown(request, response, tag, html ? "Accept, Accept-Language" : "Accept")) {
            return;
        }
        if (html) {
            byte[] page = Txn.calculateRead(revision.dataset(), () -> site.pages()
                    .vocabulary(
                            site.frame(revision.info(), languages, "/" + vocabulary.path() + ".html"),
                            new VocabularyPage(revision.dataset(), site.identifiers(), site.guide(), languages)
                                    .of(vocabulary)));
            Answering.send(request, response, choice.contentType(), page);
        } else {
            Node graph = NodeFactory.createURI(site.identifiers().baseIri() + "graph/" + vocabulary.path());
            contents.send(request, response, revision.dataset(), graph, choice);
        }
    }

    /**
     * A vocabulary of ours.
     *
     * @param path  its path and the last part of its graph's IRI
     * @param title its name
     * @param about what it is for
     */
    record Vocabulary(String path, String title, String about) {}

    @Override
    public List<Operation> operations() {
        return Stream.concat(VOCABULARIES.stream().flatMap(VocabularyRoutes::described), Stream.of(version()))
                .toList();
    }

    private static Operation version() {
        return Operation.get("/ontology/{version}", "ontologyVersion", Group.LINKED_DATA, "A version of the ontology")
                .describedAs("What `owl:versionIRI` of the ontology leads to. A suffix may name the form, as in"
                        + " `/ontology/0.1.0.ttl`. Versions of earlier revisions are found with `revision`.")
                .taking(
                        Input.path("version", "The version.", Schema.text(), "0.1.0"),
                        Input.format(Representation.DOCUMENTS),
                        Input.language())
                .answering(Answer.ok("The terms.").in(Representation.DOCUMENTS).with(AnswerHeader.LINK))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }

    private static Stream<Operation> described(Vocabulary vocabulary) {
        return Stream.of(
                Operation.get(
                                "/" + vocabulary.path(),
                                vocabulary.path(),
                                Group.LINKED_DATA,
                                vocabulary.title() + " as a whole")
                        .describedAs(vocabulary.about() + " Every term is a fragment of this address.")
                        .taking(Input.format(Representation.DOCUMENTS), Input.language())
                        .answering(Answer.ok("The terms.").in(Representation.DOCUMENTS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                        .fromRevision(),
                Operation.get(
                                "/" + vocabulary.path() + ".{form}",
                                vocabulary.path() + "Form",
                                Group.LINKED_DATA,
                                vocabulary.title() + " in one form")
                        .describedAs("The same at an address of its own for each form.")
                        .taking(
                                Input.path(
                                        "form",
                                        "The form.",
                                        Schema.choice(Representation.names(Representation.DOCUMENTS)),
                                        "ttl"),
                                Input.language())
                        .answering(Answer.ok("The terms.").in(Representation.DOCUMENTS))
                        .failing(ProblemType.BAD_PARAMETER)
                        .fromRevision());
    }
}
