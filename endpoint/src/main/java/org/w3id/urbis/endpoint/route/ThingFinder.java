package org.w3id.urbis.endpoint.route;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Tombstone;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Finds the thing that an address stands for. */
public final class ThingFinder {
    private final Site site;

    /** Finds things of the graph. */
    public ThingFinder(Site site) {
        this.site = site;
    }

    /**
     * The thing that a parameter {@code iri} names.
     *
     * @throws ProblemException if there is no such parameter, it holds no IRI, or the graph knows nothing of it
     */
    public ThingAnswer.Wanted resource(RevisionLease revision, Parameters parameters) {
        String iri = parameters.one("iri").orElseThrow(() -> Problem.parameter("iri", ProblemDetail.IRI_MISSING)
                .exception());
        if (!Identifiers.isAbsoluteIri(iri)) {
            throw Problem.parameter("iri", ProblemDetail.IRI, iri).exception();
        }
        Node thing = NodeFactory.createURI(iri);
        if (!knows(revision, thing)) {
            throw unknown(iri);
        }
        // Terms of ours are fragments of one document, but described each by itself here.
        return ThingAnswer.Wanted.of(thing, Identifiers.resourceHref(iri), Optional.empty());
    }

    /**
     * The thing that a path of this origin stands for, with or without a suffix for the form.
     *
     * @param rawPath the path with its leading slash, percent-encoded
     * @param path    the same, decoded
     * @throws ProblemException if the graph knows nothing of it
     */
    public ThingAnswer.Wanted ours(RevisionLease revision, String rawPath, String path) {
        List<ThingAnswer.Wanted> candidates = new ArrayList<>();
        Optional<Representation> suffix = Representation.ofSuffix(path);
        if (suffix.isPresent()) {
            int length = suffix.get().suffix().length() + 1;
            // Of two readings of a percent-encoded path the decoded one is likelier, and is tried first.
            site.identifiers()
                    .candidates(cut(rawPath, length), cut(path, length))
                    .forEach(iri -> candidates.add(wanted(iri, suffix)));
        }
        site.identifiers().candidates(rawPath, path).forEach(iri -> candidates.add(wanted(iri, Optional.empty())));
        return candidates.stream()
                .filter(candidate -> knows(revision, candidate.thing()))
                .findFirst()
                .orElseThrow(() -> unknown(site.identifiers().baseIri() + path.substring(1)));
    }

    /**
     * What to look at instead of a thing that was withdrawn, and why it was.
     *
     * @param response gets links to it
     */
    public static ProblemException gone(
            ServerRequest request, ServerResponse response, Node thing, Tombstone tombstone) {
        Languages languages = Asking.languages(request, Asking.parameters(request));
        Problem problem = Problem.of(ProblemType.GONE, ProblemDetail.WITHDRAWN, thing.getURI());
        Optional<String> reason = tombstone.reasons().stream()
                .min(Comparator.comparingInt((Node text) -> languages.rank(text.getLiteralLanguage()))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm);
        if (reason.isPresent()) {
            problem = problem.with("reason", reason.get());
        }
        List<String> successors =
                tombstone.successors().stream().map(Node::getURI).toList();
        if (!successors.isEmpty()) {
            problem = problem.with("replacedBy", successors);
            Answering.link(
                    response,
                    successors.stream()
                            .map(iri -> new Signpost(Identifiers.uri(iri), "successor-version").header())
                            .collect(Collectors.joining(", ")));
        }
        return problem.exception();
    }

    private ThingAnswer.Wanted wanted(String iri, Optional<Representation> suffix) {
        return ThingAnswer.Wanted.of(
                NodeFactory.createURI(iri), site.identifiers().href(iri), suffix);
    }

    private boolean knows(RevisionLease revision, Node thing) {
        return Txn.calculateRead(
                revision.dataset(), () -> new DescriptionReader(revision.dataset(), site.identifiers()).knows(thing));
    }

    private static String cut(String text, int length) {
        return text.substring(0, text.length() - length);
    }

    private static ProblemException unknown(String iri) {
        return Problem.of(ProblemType.NOT_FOUND, ProblemDetail.UNKNOWN_THING, iri)
                .exception();
    }
}
