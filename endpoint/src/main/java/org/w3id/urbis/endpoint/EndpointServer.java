package org.w3id.urbis.endpoint;

import io.helidon.webserver.http.HttpService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.endpoint.catalog.CatalogRoutes;
import org.w3id.urbis.endpoint.catalog.CatalogSite;
import org.w3id.urbis.endpoint.catalog.DumpRoutes;
import org.w3id.urbis.endpoint.check.CheckRoutes;
import org.w3id.urbis.endpoint.check.FormRoutes;
import org.w3id.urbis.endpoint.collection.CollectionRoutes;
import org.w3id.urbis.endpoint.collection.CollectionTables;
import org.w3id.urbis.endpoint.compare.CompareRoutes;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.documentation.DocumentationRoutes;
import org.w3id.urbis.endpoint.feature.FeatureRoutes;
import org.w3id.urbis.endpoint.federation.Federation;
import org.w3id.urbis.endpoint.federation.FederationRoutes;
import org.w3id.urbis.endpoint.feed.FeedRoutes;
import org.w3id.urbis.endpoint.feed.LatestChanges;
import org.w3id.urbis.endpoint.feed.PatchRoutes;
import org.w3id.urbis.endpoint.home.HomeRoutes;
import org.w3id.urbis.endpoint.linkset.LinksetRoutes;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.neighbourhood.GraphViewRoutes;
import org.w3id.urbis.endpoint.observation.HealthRoutes;
import org.w3id.urbis.endpoint.observation.MetricsRoutes;
import org.w3id.urbis.endpoint.observation.ReadyCheck;
import org.w3id.urbis.endpoint.openapi.OpenApiRoutes;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.query.CataloguePages;
import org.w3id.urbis.endpoint.query.CatalogueRoutes;
import org.w3id.urbis.endpoint.query.CatalogueSite;
import org.w3id.urbis.endpoint.query.ExampleRoutes;
import org.w3id.urbis.endpoint.reading.SectionRoutes;
import org.w3id.urbis.endpoint.reconciliation.ExtensionRoutes;
import org.w3id.urbis.endpoint.reconciliation.PreviewRoutes;
import org.w3id.urbis.endpoint.reconciliation.ReconciliationRoutes;
import org.w3id.urbis.endpoint.reconciliation.SuggestRoutes;
import org.w3id.urbis.endpoint.replica.Replication;
import org.w3id.urbis.endpoint.revision.RevisionRoutes;
import org.w3id.urbis.endpoint.revision.TimeMapRoutes;
import org.w3id.urbis.endpoint.route.AssetRoutes;
import org.w3id.urbis.endpoint.route.ContextRoutes;
import org.w3id.urbis.endpoint.route.ProblemRoutes;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.endpoint.route.ThingRoutes;
import org.w3id.urbis.endpoint.route.VocabularyRoutes;
import org.w3id.urbis.endpoint.search.SearchRoutes;
import org.w3id.urbis.endpoint.sparql.FusekiOnLoopback;
import org.w3id.urbis.endpoint.sparql.SparqlGateway;
import org.w3id.urbis.endpoint.sparql.bound.ClosedContext;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionSource;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.endpoint.store.RevisionWatcher;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.endpoint.submission.SubmissionDesk;
import org.w3id.urbis.endpoint.submission.SubmissionRoutes;
import org.w3id.urbis.endpoint.template.EntrySchemaRoutes;
import org.w3id.urbis.endpoint.template.TemplateRoutes;
import org.w3id.urbis.endpoint.triplestore.TripleStore;
import org.w3id.urbis.endpoint.validation.ValidationRoutes;
import org.w3id.urbis.endpoint.validation.Validator;
import org.w3id.urbis.endpoint.workbench.FileRoutes;
import org.w3id.urbis.endpoint.workbench.TermRoutes;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.publication.ChangeLog;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.queries.QueryCatalogue;

/** The whole server: the revisions, the embedded Fuseki and the web in front, wired together and running. */
public final class EndpointServer implements AutoCloseable {
    private final FusekiOnLoopback fuseki;
    private final RevisionStore store;
    private final Metrics metrics;
    private final List<HttpService> services;
    private final PublicPort web;
    private final Replication replication;

    private EndpointServer(
            FusekiOnLoopback fuseki,
            RevisionStore store,
            Metrics metrics,
            Replication replication,
            List<HttpService> services,
            PublicPort web) {
        this.fuseki = fuseki;
        this.metrics = metrics;
        this.store = store;
        this.replication = replication;
        this.services = services;
        this.web = web;
    }

    /**
     * Starts everything.
     *
     * @param config settings
     * @return the running server, to be closed
     * @throws UnusableRevisionException if nothing is published in the data directory or it cannot be opened
     */
    public static EndpointServer start(EndpointConfig config) {
        FusekiOnLoopback fuseki =
                FusekiOnLoopback.start(config.fusekiPort(), config.concurrentQueries(), config.queryTimeout());
        RevisionStore store = null;
        Replication replication = null;
        Metrics metrics = new Metrics();
        try {
            Federation federation = new Federation(config.federation(), metrics);
            Consumer<Context> guard =
                    context -> ClosedContext.close(context, config.queryTimeout(), federation.services());
            if (config.store().isPresent()) {
                store = foreign(config, guard, metrics);
            } else {
                if (!config.replication().follows()) {
                    SubmissionDesk.settle(config.data());
                }
                store = RevisionStore.open(
                        config.data(), config.revisionPoll(), config.earlierRevisions(), guard, fuseki);
            }
            Pages pages = new Pages();
            replication = Replication.start(config, store, metrics);
            List<HttpService> services = services(config, store, federation, metrics, pages, replication.checks());
            PublicPort web = PublicPort.open(config, services, pages, metrics);
            return new EndpointServer(fuseki, store, metrics, replication, services, web);
        } catch (RuntimeException cannotStart) {
            if (replication != null) {
                replication.close();
            }
            if (store != null) {
                store.close();
            }
            fuseki.close();
            metrics.close();
            throw cannotStart;
        }
    }

    /** A store of others comes without what has changed, whatever lies in the data directory. */
    private static ChangeLog log(EndpointConfig config) {
        return new ChangeLog(config.store().isPresent() ? config.data().resolve("store") : config.data());
    }

    /** What a store of others holds, in place of what is in the data directory. */
    private static RevisionStore foreign(EndpointConfig config, Consumer<Context> guard, Metrics metrics) {
        RevisionSource asked = new TripleStore(config.store().orElseThrow(), config.queryTimeout(), metrics)
                .revisions(config.data(), config.cacheBytes());
        try {
            return RevisionStore.open(asked, config.revisionPoll(), 1, guard, RevisionWatcher.NONE);
        } catch (ProblemException unanswered) {
            asked.close();
            throw new UnusableRevisionException(unanswered.getMessage(), unanswered);
        } catch (RuntimeException unusable) {
            asked.close();
            throw unusable;
        }
    }

    /** All paths of the origin. */
    private static List<HttpService> services(
            EndpointConfig config,
            RevisionStore store,
            Federation federation,
            Metrics metrics,
            Pages pages,
            List<ReadyCheck> checks) {
        Identifiers identifiers = new Identifiers(config.baseIri().toString());
        QueryCatalogue catalogue = QueryCatalogue.shipped();
        Site site = Site.of(store, identifiers, pages, catalogue, config.edition());
        CatalogSite offered = new CatalogSite(store, identifiers, pages, site.edition());
        SparqlGateway gateway = new SparqlGateway(config, store, pages, identifiers, federation, metrics);
        CollectionTables tables = new CollectionTables(site.context());
        Supplier<Standard> standard = once(Standard::shipped);
        Validator validator =
                new Validator(config.validation(), () -> standard.get().vocabulary());
        SubmissionDesk desk = new SubmissionDesk(config, store, standard, validator.turns());
        ServedGauges.register(metrics, store, desk);
        List<HttpService> services = new ArrayList<>(List.of(
                gateway,
                new ThingRoutes(site, config.cacheBytes() / 4, metrics.cache("documents"), tables::path),
                new LinksetRoutes(site, tables::path),
                new VocabularyRoutes(site),
                new CatalogueRoutes(
                        catalogue, new CatalogueSite(store, identifiers, pages, gateway, site.edition()), tables::path),
                new RevisionRoutes(site),
                new TimeMapRoutes(store),
                new FeedRoutes(site, log(config)),
                new PatchRoutes(store),
                new CollectionRoutes(site, tables, config.cacheBytes() / 4, metrics),
                new FeatureRoutes(site, tables, config.cacheBytes() / 8),
                new CatalogRoutes(offered),
                new ExampleRoutes(catalogue, new CatalogueSite(store, identifiers, pages, gateway, site.edition())),
                new DumpRoutes(offered),
                new ReconciliationRoutes(store, config.baseIri().toString()),
                new SuggestRoutes(store),
                new PreviewRoutes(store, pages),
                new ExtensionRoutes(store, identifiers),
                new FederationRoutes(federation, pages),
                new HealthRoutes(store, checks),
                new MetricsRoutes(metrics, config.observation().metricsClients()),
                new ContextRoutes(),
                new CheckRoutes(validator, desk, identifiers, pages, site.edition()),
                new FormRoutes(validator, standard, pages),
                new TemplateRoutes(pages, store, site.edition()),
                new EntrySchemaRoutes(),
                new ValidationRoutes(validator),
                new AssetRoutes(site.world().svg()),
                new FileRoutes(),
                new TermRoutes(store, identifiers),
                new DocumentationRoutes(site, gateway, catalogue),
                new ProblemRoutes(pages, config.edition()),
                new SubmissionRoutes(desk)));
        CataloguePages questions = new CataloguePages(catalogue);
        LatestChanges changes = new LatestChanges(site, log(config));
        services.addAll(List.of(
                new SearchRoutes(site, questions),
                new CompareRoutes(site),
                new SectionRoutes(site),
                new GraphViewRoutes(site)));
        if (config.store().isPresent()) {
            services.removeIf(UnofferedRoutes::takesPlaceOf);
            services.add(new UnofferedRoutes());
        }
        services.add(new HomeRoutes(site, questions, changes, tables::path, once(() -> described(services).stream()
                .flatMap(routes -> routes.operations().stream())
                .toList())));
        services.add(new OpenApiRoutes(described(services), pages));
        return services;
    }

    /** What is made when it is asked for first, and then shared. */
    private static <T> Supplier<T> once(Supplier<T> maker) {
        AtomicReference<T> made = new AtomicReference<>();
        return () -> {
            synchronized (made) {
                if (made.get() == null) {
                    made.set(maker.get());
                }
                return made.get();
            }
        };
    }

    /** What the groups of routes say of themselves. */
    private static List<Operations> described(List<HttpService> services) {
        return services.stream()
                .filter(Operations.class::isInstance)
                .map(Operations.class::cast)
                .toList();
    }

    /** The groups of routes. */
    List<HttpService> services() {
        return services;
    }

    /** The port it listens on. */
    public int port() {
        return web.port();
    }

    /** The loopback port of the embedded Fuseki. */
    public int fusekiPort() {
        return fuseki.port();
    }

    /** The revision that is current now. */
    public Revision revision() {
        try (RevisionLease lease = store.lease()) {
            return lease.info();
        }
    }

    /** Stops the web first, then what is behind it. */
    @Override
    public void close() {
        web.close();
        replication.close();
        store.close();
        fuseki.close();
        metrics.close();
    }
}
