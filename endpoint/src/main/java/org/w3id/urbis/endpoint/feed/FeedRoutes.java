package org.w3id.urbis.endpoint.feed;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.ChangeLog;

/** {@code /feed} and its pages: what became of things, from the first revision on. */
public final class FeedRoutes implements HttpService, Operations {
    private static final List<Representation> FORMS = List.of(
            Representation.TURTLE,
            Representation.JSON_LD,
            Representation.ACTIVITY_JSON,
            Representation.N_TRIPLES,
            Representation.RDF_XML);
    private static final Header FULL =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final Header GROWING = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, no-cache");

    private final RevisionStore store;
    private final ChangeLog log;
    private final String base;

    /**
     * Prepares the routes.
     *
     * @param store   the revisions
     * @param log     what became of things
     * @param baseIri what our IRIs begin with
     */
    public FeedRoutes(RevisionStore store, ChangeLog log, String baseIri) {
        this.store = store;
        this.log = log;
        this.base = baseIri;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/feed", this::start);
        rules.any("/feed/{page}", this::page);
    }

    private void start(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        FeedDocument feed = feed(request);
        Optional<String> since = Asking.parameters(request).one("since");
        Answering.link(response, feed.links(-1));
        if (since.isEmpty()) {
            send(request, response, feed, GROWING, feed::start);
            return;
        }
        long from = place(feed.timeline(), since.get());
        String address = feed.root() + "?" + request.prologue().query().rawValue();
        send(request, response, feed, GROWING, () -> feed.page(address, from));
    }

    private void page(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        FeedDocument feed = feed(request);
        String number = request.path().pathParameters().get("page");
        if (!number.matches("[0-9]{1,15}") || Long.parseLong(number) >= feed.pages()) {
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "The feed has no page \"" + number + "\": its last is " + (feed.pages() - 1) + ".")
                    .exception();
        }
        long page = Long.parseLong(number);
        boolean full = page + 1 < feed.pages();
        Answering.link(response, feed.links(page));
        send(
                request,
                response,
                feed,
                full ? FULL : GROWING,
                () -> feed.page(feed.page(page), page * FeedDocument.PAGE_SIZE));
    }

    /** What is told never runs ahead of what is served: it ends with the revision that requests are answered from now. */
    private FeedDocument feed(ServerRequest request) {
        try (RevisionLease revision = store.lease()) {
            return new FeedDocument(
                    base,
                    Asking.origin(request),
                    new Timeline(log.until(revision.info().number())));
        }
    }

    private static long place(Timeline timeline, String since) {
        if (since.matches("[0-9]{1,18}")) {
            long revision = Long.parseLong(since);
            return revision == 0 ? 0 : timeline.after(revision).orElseThrow(() -> unknown(since));
        }
        try {
            // A plus sign that was not escaped has become a space.
            Instant moment = OffsetDateTime.parse(since.replace(' ', '+')).toInstant();
            return timeline.from(moment);
        } catch (DateTimeException noInstant) {
            throw unknown(since);
        }
    }

    private static ProblemException unknown(String since) {
        return Problem.parameter(
                        "since",
                        "\"" + since + "\" is neither the number of a revision that was published nor a moment such as"
                                + " 2026-11-22T10:00:00Z.")
                .exception();
    }

    private void send(
            ServerRequest request,
            ServerResponse response,
            FeedDocument feed,
            Header caching,
            Supplier<Map<String, Object>> made) {
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), FORMS);
        boolean full = caching == FULL;
        EntityTag tag = EntityTag.of(
                full ? "full" : feed.timeline().sets().toString(),
                request.prologue().uriPath().rawPath(),
                request.prologue().query().rawValue(),
                feed.origin(),
                choice.mediaType());
        if (!Answering.isKnown(request, response, tag, "Accept, Host", caching)) {
            Answering.send(request, response, choice.contentType(), bytes(made.get(), choice.form()));
        }
    }

    private static byte[] bytes(Map<String, Object> document, Representation form) {
        if (form == Representation.ACTIVITY_JSON) {
            return JsonText.bytes(with(FeedContext.activityStreams(), document));
        }
        byte[] json = JsonText.bytes(with(FeedContext.whole(), document));
        if (form == Representation.JSON_LD) {
            return json;
        }
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(json))
                .lang(Lang.JSONLD11)
                .parse(graph);
        graph.getPrefixMapping()
                .clearNsPrefixMap()
                .setNsPrefix("as", FeedContext.ACTIVITY_STREAMS + "#")
                .setNsPrefix("tree", "https://w3id.org/tree#")
                .setNsPrefix("ldes", "https://w3id.org/ldes#")
                .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        return GraphWriting.bytes(graph, form);
    }

    private static Map<String, Object> with(Object context, Map<String, Object> document) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("@context", context);
        whole.putAll(document);
        return whole;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/feed", "feed", Group.CATALOGUE, "What changes")
                        .describedAs("A Linked Data Event Stream and ActivityStreams collection that tells of each"
                                + " revision which things were created, updated and deleted, oldest first. With `since`"
                                + " it begins after a revision, or at a moment; the next pages are linked.")
                        .taking(
                                Input.query(
                                                "since",
                                                "Number of a revision, 0 for the beginning, or a moment by RFC 3339.",
                                                Schema.text())
                                        .example("0"),
                                Input.format(FORMS))
                        .answering(Answer.ok("The stream, or its events.").in(FORMS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE),
                Operation.get("/feed/{page}", "feedPage", Group.CATALOGUE, "A page of what changes")
                        .describedAs("Pages are numbered from 0 and hold " + FeedDocument.PAGE_SIZE
                                + " events, oldest first. A full page never changes.")
                        .taking(
                                Input.path("page", "Number of the page, from 0.", Schema.integer(0), 0),
                                Input.format(FORMS))
                        .answering(Answer.ok("The page.").in(FORMS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE));
    }
}
