package org.w3id.urbis.endpoint.feed;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.FeedView;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.publication.ChangeLog;

/** {@code /feed} and its pages: what became of things, from the first revision on. */
public final class FeedRoutes implements HttpService, Operations {
    static final List<Representation> FORMS = List.of(
            Representation.TURTLE,
            Representation.HTML,
            Representation.JSON_LD,
            Representation.ACTIVITY_JSON,
            Representation.TRIG,
            Representation.N_TRIPLES,
            Representation.RDF_XML);
    private static final Header FULL =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final Header GROWING = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, no-cache");

    private final Site site;
    private final ChangeLog log;

    /**
     * Prepares the routes.
     *
     * @param site what pages are made with
     * @param log  what became of things
     */
    public FeedRoutes(Site site, ChangeLog log) {
        this.site = site;
        this.log = log;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/feed", this::start);
        rules.any("/feed/{page}", this::page);
    }

    private void start(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (RevisionLease revision = site.store().lease()) {
            FeedDocument feed = feed(request, revision);
            Optional<String> since = Asking.parameters(request).one("since");
            Answering.link(response, feed.links(-1));
            if (since.isEmpty()) {
                Told told = new Told(feed, GROWING, feed::start, FeedPage::start);
                send(request, response, revision, told);
                return;
            }
            long from = place(feed.timeline(), since.get());
            String address = feed.root() + "?" + request.prologue().query().rawValue();
            Told told = new Told(feed, GROWING, () -> feed.page(address, from), page -> page.events(from));
            send(request, response, revision, told);
        }
    }

    private void page(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (RevisionLease revision = site.store().lease()) {
            FeedDocument feed = feed(request, revision);
            String number = request.path().pathParameters().get("page");
            if (!number.matches("[0-9]{1,15}") || Long.parseLong(number) >= feed.pages()) {
                throw Problem.of(
                                ProblemType.NOT_FOUND,
                                "The feed has no page \"" + number + "\": its last is " + (feed.pages() - 1) + ".")
                        .exception();
            }
            long page = Long.parseLong(number);
            long from = page * FeedDocument.PAGE_SIZE;
            Answering.link(response, feed.links(page));
            Told told = new Told(
                    feed,
                    page + 1 < feed.pages() ? FULL : GROWING,
                    () -> feed.page(feed.page(page), from),
                    html -> html.events(from));
            send(request, response, revision, told);
        }
    }

    /** What is told never runs ahead of what is served: it ends with the revision that requests are answered from now. */
    private FeedDocument feed(ServerRequest request, RevisionLease revision) {
        return new FeedDocument(
                site.identifiers().baseIri(),
                Asking.origin(request),
                new Timeline(log.until(revision.info().number())));
    }

    private long place(Timeline timeline, String since) {
        if (since.matches("[0-9]{1,18}")) {
            long revision = Long.parseLong(since);
            return revision == 0 ? 0 : timeline.after(revision).orElseThrow(() -> unknown(since));
        }
        if (since.matches("[0-9a-f]{64}")) {
            return site.store()
                    .history()
                    .find(since)
                    .map(revision -> timeline.after(revision.number()))
                    .orElse(OptionalLong.empty())
                    .orElseThrow(() -> unknown(since));
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
                        "\"" + since + "\" is neither the number of a revision that was published, nor the hash of one"
                                + " that is kept, nor a moment such as 2026-11-22T10:00:00Z.")
                .exception();
    }

    /**
     * What is told at an address.
     *
     * @param feed    all there is
     * @param caching how long the data may be kept
     * @param data    makes it as data
     * @param page    lays it out for people
     */
    private record Told(
            FeedDocument feed, Header caching, Supplier<Map<String, Object>> data, Function<FeedPage, FeedView> page) {}

    private void send(ServerRequest request, ServerResponse response, RevisionLease revision, Told told) {
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), FORMS);
        Languages languages = Asking.languages(request, Asking.parameters(request));
        response.header(Answering.REVISION, Long.toString(revision.info().number()));
        if (choice.form() == Representation.HTML) {
            sendPage(request, response, revision, told, languages);
            return;
        }
        EntityTag tag = EntityTag.of(
                told.caching() == FULL ? "full" : told.feed().timeline().mark(),
                request.prologue().uriPath().rawPath(),
                request.prologue().query().rawValue(),
                told.feed().origin(),
                choice.mediaType());
        if (!Answering.isKnown(request, response, tag, "Accept, Host", told.caching())) {
            Answering.send(
                    request,
                    response,
                    choice.contentType(),
                    FeedForms.bytes(told.data().get(), choice.form()));
        }
    }

    /** The names on a page are those of the current revision, so it is never kept for ever. */
    private void sendPage(
            ServerRequest request, ServerResponse response, RevisionLease revision, Told told, Languages languages) {
        response.header(HeaderNames.CONTENT_LANGUAGE, languages.first());
        String address = request.prologue().uriPath().rawPath()
                + Asking.parameters(request)
                        .one("since")
                        .map(since -> "?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8))
                        .orElse("");
        EntityTag tag = EntityTag.of(
                told.feed().timeline().mark(),
                revision.imprint(),
                address,
                told.feed().origin(),
                languages.toString(),
                site.edition());
        if (!Answering.isKnown(request, response, tag, "Accept, Accept-Language, Host", GROWING)) {
            FeedPage page = new FeedPage(told.feed(), address, revision, site, languages);
            FeedView view =
                    Txn.calculateRead(revision.dataset(), () -> told.page().apply(page));
            Answering.send(
                    request,
                    response,
                    Representation.contentType(Representation.HTML.mediaType()),
                    site.pages()
                            .feed(
                                    site.frame(
                                            revision.info(),
                                            languages,
                                            address + (address.contains("?") ? "&" : "?") + "format=html"),
                                    view));
        }
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
                                                "Number of a revision, or the hash of one that is kept, 0 for the"
                                                        + " beginning, or a moment by RFC 3339.",
                                                Schema.text())
                                        .example("0"),
                                Input.format(FORMS),
                                Input.language())
                        .answering(Answer.ok("The stream, or its events.").in(FORMS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE),
                Operation.get("/feed/{page}", "feedPage", Group.CATALOGUE, "A page of what changes")
                        .describedAs("Pages are numbered from 0 and hold " + FeedDocument.PAGE_SIZE
                                + " events, oldest first. A full page never changes.")
                        .taking(
                                Input.path("page", "Number of the page, from 0.", Schema.integer(0), 0),
                                Input.format(FORMS),
                                Input.language())
                        .answering(Answer.ok("The page.").in(FORMS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE));
    }
}
