package org.w3id.urbis.endpoint.linkset;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.PositionReader;
import org.w3id.urbis.endpoint.description.Tombstone;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
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
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.route.Signpost;
import org.w3id.urbis.endpoint.route.Signposts;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.route.ThingAnswer;
import org.w3id.urbis.endpoint.route.ThingFinder;
import org.w3id.urbis.endpoint.store.RevisionLease;

/**
 * {@code /linkset/…}: all links of a thing, or of the catalogue, that its address follows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9264">RFC 9264</a>
 * @see <a href="https://signposting.org/FAIR/">Signposting the Scholarly Web, FAIR, level 2</a>
 */
public final class LinksetRoutes implements HttpService, Operations {
    private static final String CATALOG = "/catalog";
    private static final String RESOURCE = "/resource";
    private static final List<String> THINGS = List.of("/id/", "/framework/", "/graph/");

    private final Site site;
    private final ThingFinder finder;
    private final Function<Node, Optional<String>> collections;

    /**
     * Prepares the route.
     *
     * @param collections the path of the collection of a class; empty if it has none
     */
    public LinksetRoutes(Site site, Function<Node, Optional<String>> collections) {
        this.site = site;
        this.finder = new ThingFinder(site);
        this.collections = collections;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(Signposts.LINKSET + "/*", this::answer);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String path = request.path().path().substring(Signposts.LINKSET.length());
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), Representation.LINKSETS);
        try (RevisionLease revision = Asking.revision(request, response, site.store())) {
            if (path.equals(CATALOG)) {
                send(request, response, revision, choice, catalog(Asking.origin(request), revision));
                return;
            }
            ThingAnswer.Wanted wanted = wanted(request, revision, path);
            Tombstone tombstone =
                    Txn.calculateRead(revision.dataset(), () -> Tombstone.of(revision.dataset(), wanted.thing()));
            if (tombstone.isRenamed()) {
                String successor = site.identifiers()
                        .href(tombstone.successors().getFirst().getURI());
                response.header(HeaderNames.LOCATION, Signposts.LINKSET + successor);
                response.header(HeaderNames.CACHE_CONTROL, "public, no-cache");
                response.status(Status.MOVED_PERMANENTLY_301).send();
            } else if (tombstone.withdrawn()) {
                throw ThingFinder.gone(request, response, wanted.thing(), tombstone);
            } else {
                send(request, response, revision, choice, thing(Asking.origin(request), revision, wanted));
            }
        }
    }

    private ThingAnswer.Wanted wanted(ServerRequest request, RevisionLease revision, String path) {
        if (path.equals(RESOURCE)) {
            return finder.resource(revision, Asking.parameters(request));
        }
        if (THINGS.stream().noneMatch(path::startsWith)) {
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "There are sets of links for things and for the catalogue: /linkset" + CATALOG
                                    + ", /linkset/id/network/c40.")
                    .exception();
        }
        String rawPath = request.path().rawPathNoParams().substring(Signposts.LINKSET.length());
        return finder.ours(revision, rawPath, path);
    }

    private void send(
            ServerRequest request, ServerResponse response, RevisionLease revision, Choice choice, Linkset linkset) {
        byte[] body = choice.form() == Representation.LINKSET
                ? linkset.text().getBytes(StandardCharsets.UTF_8)
                : JsonText.bytes(linkset.json());
        EntityTag tag =
                EntityTag.of(revision.info().hash(), new String(body, StandardCharsets.UTF_8), choice.mediaType());
        if (!Answering.isKnown(request, response, tag, "Accept")) {
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    private Linkset thing(String origin, RevisionLease revision, ThingAnswer.Wanted wanted) {
        DatasetGraph dataset = revision.dataset();
        return Txn.calculateRead(dataset, () -> {
            Description description = new DescriptionReader(dataset, site.identifiers()).readFacts(wanted.thing());
            boolean place = !new PositionReader(dataset).read(wanted.thing()).isEmpty();
            Linkset linkset = new Linkset(origin)
                    .add(
                            wanted.path(),
                            new Signpost(Identifiers.uri(wanted.thing().getURI()), "cite-as"))
                    .add(wanted.path(), new Signpost("https://schema.org/AboutPage", "type"))
                    .addAll(wanted.path(), Signposts.about(description, collections));
            for (Representation form : place ? Representation.PLACES : Representation.THINGS) {
                linkset.addForm(wanted.path(), Signposts.address(wanted.path(), form), form);
            }
            return linkset;
        });
    }

    private Linkset catalog(String origin, RevisionLease revision) {
        Linkset linkset = new Linkset(origin)
                .add(CATALOG, new Signpost(site.identifiers().baseIri() + "catalog", "cite-as"))
                .add(CATALOG, new Signpost("https://schema.org/AboutPage", "type"))
                .add(CATALOG, new Signpost("https://schema.org/DataCatalog", "type"))
                .add(CATALOG, new Signpost("https://creativecommons.org/licenses/by/4.0/", "license"))
                .add(CATALOG, new Signpost("/.well-known/void", "describedby", Representation.TURTLE.mediaType()))
                .add(CATALOG, new Signpost("/openapi.json", "service-desc", "application/vnd.oai.openapi+json"))
                .add(CATALOG, new Signpost("/openapi", "service-doc", Representation.HTML.mediaType()))
                .add(CATALOG, new Signpost("/revisions", "version-history"));
        if (site.store().keepsFiles()) {
            linkset.add(CATALOG, new Signpost(dump(revision), "item", "application/gzip"));
        }
        for (Representation form : Representation.DOCUMENTS) {
            linkset.addForm(CATALOG, CATALOG + "?format=" + form.suffix(), form);
        }
        return linkset;
    }

    private static String dump(RevisionLease revision) {
        return "/dumps/" + revision.info().number() + "/urbis.nq.gz";
    }

    @Override
    public List<Operation> operations() {
        Schema json = Schema.object()
                .having(
                        "linkset",
                        Schema.list(Schema.object()
                                .having("anchor", Schema.text("uri").saying("From where the links lead."))
                                .requiring("anchor")))
                .requiring("linkset");
        Answer links = Answer.ok("The links.")
                .in(Representation.LINKSET_JSON.mediaType(), json)
                .in(Representation.LINKSET.mediaType());
        Operation ofPath = Operation.get(
                        "/linkset/{path}", "linkset", Group.LINKED_DATA, "All links of a thing or of the catalogue")
                .describedAs(
                        "What the header `Link` of the address that follows `/linkset` holds, and the links back from"
                                + " each form, as one document by RFC 9264.")
                .taking(Input.path(
                        "path",
                        "The path of the thing, such as `id/network/c40`, or `catalog`.",
                        Schema.text(),
                        "catalog"));
        Operation ofIri = Operation.get(
                        "/linkset/resource", "resourceLinkset", Group.LINKED_DATA, "All links of any IRI")
                .describedAs("The same for IRIs that this origin does not answer for.")
                .taking(Input.query("iri", "The IRI, of this graph or of anybody else.", Schema.text("iri"))
                        .mandatory()
                        .example("http://metadata.un.org/sdg/11"));
        return Stream.of(ofPath, ofIri)
                .map(operation -> operation
                        .taking(Input.format(Representation.LINKSETS))
                        .answering(links)
                        .failing(
                                ProblemType.BAD_PARAMETER,
                                ProblemType.NOT_FOUND,
                                ProblemType.GONE,
                                ProblemType.NOT_ACCEPTABLE)
                        .fromRevision())
                .toList();
    }
}
