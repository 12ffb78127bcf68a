package org.w3id.urbis.endpoint.route;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.deprecation.Deprecations;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.ObsoleteTerm;
import org.w3id.urbis.endpoint.description.Position;
import org.w3id.urbis.endpoint.description.PositionReader;
import org.w3id.urbis.endpoint.exchange.AnswerReplay;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.exchange.PreparedAnswer;
import org.w3id.urbis.endpoint.metrics.CacheUse;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Sends the description of a thing in the form chosen. */
public final class ThingAnswer {
    private final Site site;
    private final GraphContents contents;
    private final ThingForms forms;
    private final PreparedAnswers answers;
    private final AnswerReplay replay;
    private final CacheUse use;
    private final Function<Node, Optional<String>> collections;

    /**
     * Prepares to answer.
     *
     * @param bytes       memory for answers
     * @param use         counts how often an answer was remembered
     * @param collections the path of the collection of a class; empty if it has none
     */
    public ThingAnswer(Site site, long bytes, CacheUse use, Function<Node, Optional<String>> collections) {
        this.collections = collections;
        this.site = site;
        this.contents = new GraphContents(site);
        this.forms = new ThingForms(site);
        this.use = use;
        this.answers = new PreparedAnswers(bytes);
        // The bodies are those of the answers above, and take no memory of their own.
        this.replay = new AnswerReplay(bytes / 4);
    }

    /**
     * A thing that was asked for.
     *
     * @param thing  its IRI, which the graph knows
     * @param path   where it is described on this origin, without suffix
     * @param suffix the form that the address names, if it names one
     * @param usual  the form for whoever takes any
     */
    public record Wanted(Node thing, String path, Optional<Representation> suffix, Representation usual) {

        /** A thing at its own address, where RDF is usual. */
        static Wanted of(Node thing, String path, Optional<Representation> suffix) {
            return new Wanted(thing, path, suffix, Representation.TURTLE);
        }

        private List<Representation> usualFirst(List<Representation> offers) {
            return Stream.concat(Stream.of(usual), offers.stream()).distinct().toList();
        }
    }

    /**
     * A page of those that refer to the thing by a property.
     *
     * @param property the property
     * @param page     its number, from 1
     */
    record By(Node property, int page) {
        static Optional<By> of(Parameters parameters) {
            String page = parameters.one("page").orElse("1");
            if (!page.matches("[1-9][0-9]{0,4}")) {
                throw Problem.parameter("page", ProblemDetail.PAGE_NUMBER).exception();
            }
            return parameters.one("by").map(iri -> {
                if (!Identifiers.isAbsoluteIri(iri)) {
                    throw Problem.parameter("by", "The parameter \"by\" names a property by its IRI.")
                            .exception();
                }
                return new By(NodeFactory.createURI(iri), Integer.parseInt(page));
            });
        }
    }

    /** Answers as the same request was answered before, if it was; says whether it did. */
    public boolean sendRemembered(ServerRequest request, ServerResponse response) {
        boolean sent = replay.replay(request, response, site.store().state());
        use.count(sent);
        return sent;
    }

    /**
     * Sends a description.
     *
     * @param state what the store had as current before the revision was taken
     */
    public void send(
            ServerRequest request, ServerResponse response, Object state, RevisionLease revision, Wanted wanted) {
        Parameters parameters = Asking.parameters(request);
        DatasetGraph dataset = revision.dataset();
        List<Position> positions = Txn.calculateRead(dataset, () -> new PositionReader(dataset).read(wanted.thing()));
        List<Representation> offers = positions.isEmpty() ? Representation.THINGS : Representation.PLACES;
        wanted.suffix().filter(form -> !offers.contains(form)).ifPresent(form -> {
            throw Problem.of(ProblemType.NOT_FOUND, ProblemDetail.NO_FORM_OF_THIS, form.mediaType())
                    .with("available", Representation.mediaTypes(offers))
                    .exception();
        });
        Optional<String> format = wanted.suffix().map(Representation::suffix).or(() -> parameters.one("format"));
        Choice choice = Asking.choose(request, format, wanted.usualFirst(offers));
        Languages languages = Asking.languages(request, parameters);
        if (isData(choice.form()) && contents.isGraph(dataset, wanted.thing())) {
            sendGraph(request, response, revision, wanted, choice);
            return;
        }
        ThingForms.Setting setting = new ThingForms.Setting(
                wanted.path(),
                languages,
                Asking.origin(request),
                parameters.one("revision").isPresent(),
                site.frame(revision.info(), languages, wanted.path()));
        Optional<By> by = By.of(parameters);
        PreparedAnswers.Answered key = new PreparedAnswers.Answered(
                choice.form() == Representation.HTML
                        ? revision.imprint()
                        : revision.info().hash(),
                wanted.thing().getURI(),
                wanted.path(),
                choice.mediaType(),
                variant(choice.form(), setting) + by.map(By::toString).orElse(""));
        PreparedAnswer answer =
                answers.find(key, () -> prepare(revision, wanted, positions, offers, choice, setting, by, key));
        if (!setting.pinned()) {
            replay.record(request, response, state, answer.content());
        }
        answer.send(request, response);
    }

    private static boolean isData(Representation form) {
        return Representation.GRAPHS.contains(form);
    }

    /** A graph may be of any size: it streams and is not remembered. */
    private void sendGraph(
            ServerRequest request, ServerResponse response, RevisionLease revision, Wanted wanted, Choice choice) {
        EntityTag tag = EntityTag.of(
                revision.info().hash(), Asking.origin(request), wanted.path(), choice.mediaType(), site.edition());
        if (Asking.parameters(request).one("revision").isEmpty()) {
            response.header(Answering.CONTENT_LOCATION, Signposts.address(wanted.path(), choice.form()));
        }
        if (!Answering.isKnown(request, response, tag, "Accept")) {
            contents.send(request, response, revision.dataset(), wanted.thing(), choice);
        }
    }

    private static String variant(Representation form, ThingForms.Setting setting) {
        String pinned = setting.pinned() ? "pinned " : "";
        if (ThingForms.isSpoken(form)) {
            return pinned + String.join(",", setting.languages().wanted());
        }
        return form == Representation.JSON_LD ? pinned + setting.origin() : pinned;
    }

    private PreparedAnswer prepare(
            RevisionLease revision,
            Wanted wanted,
            List<Position> positions,
            List<Representation> offers,
            Choice choice,
            ThingForms.Setting setting,
            Optional<By> by,
            PreparedAnswers.Answered key) {
        DatasetGraph dataset = revision.dataset();
        return Txn.calculateRead(dataset, () -> {
            Description description = new DescriptionReader(dataset, site.identifiers()).read(wanted.thing());
            byte[] bytes = by.isPresent() && choice.form() == Representation.HTML
                    ? forms.references(
                            dataset,
                            wanted.thing(),
                            by.get().property(),
                            by.get().page(),
                            setting)
                    : forms.bytes(dataset, description, positions, choice.form(), setting);
            List<Header> headers = new ArrayList<>();
            if (!setting.pinned()) {
                headers.add(HeaderValues.createCached(
                        Answering.CONTENT_LOCATION, Signposts.address(wanted.path(), choice.form())));
            }
            boolean spoken = ThingForms.isSpoken(choice.form());
            if (spoken) {
                headers.add(HeaderValues.createCached(
                        HeaderNames.CONTENT_LANGUAGE, setting.languages().first()));
            }
            ObsoleteTerm.of(description)
                    .ifPresent(term -> headers.add(HeaderValues.createCached(
                            Deprecations.DEPRECATION,
                            Deprecations.since(
                                    term.since().orElse(revision.info().created())))));
            String links = Signposts.of(description, wanted.path(), choice.form(), offers, collections)
                    .header();
            EntityTag tag = EntityTag.of(key.revision(), key.path(), key.mediaType(), key.variant(), site.edition());
            String vary = spoken ? "Accept, Accept-Language" : "Accept";
            return new PreparedAnswer(tag, vary, choice.contentType(), Content.of(bytes), headers, links);
        });
    }
}
