package org.w3id.urbis.endpoint.federation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.config.FederationConfig;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** Which other endpoints may be asked, and the asking. Unless the operator turns one on, nobody is ever asked. */
public final class Federation {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final long KEPT_BYTES = 32L << 20;

    private final RemoteEndpoints endpoints;
    private final Map<String, Remote> remotes = new LinkedHashMap<>();
    private final FederationReports reports = new FederationReports();

    /**
     * Reads which endpoints there are.
     *
     * @param metrics gets what is asked of them
     * @throws org.w3id.urbis.endpoint.config.InvalidSettingException if a setting of theirs cannot be used
     */
    public Federation(FederationConfig config, Metrics metrics) {
        this.endpoints = EndpointsFile.read(config);
        KeptAnswers kept = new KeptAnswers(KEPT_BYTES, System::nanoTime);
        for (RemoteEndpoint endpoint : endpoints.all()) {
            if (endpoint.isOn()) {
                Remote remote = new Remote(endpoint, kept, new RemoteTally(endpoint.name(), metrics));
                remotes.put(endpoint.name(), remote);
                metrics.gauge(
                        "urbis.federation.resting",
                        "1 while an endpoint is left alone because it failed again and again, else 0.",
                        remote,
                        any -> any.state() == Breaker.State.CLOSED ? 0 : 1,
                        "endpoint",
                        endpoint.name());
            }
        }
    }

    /** What runs SERVICE: refuses whatever is not turned on, in a way that SILENT does not swallow. */
    public ServiceExecutorRegistry services() {
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addSingleLink((execute, original, binding, execution, chain) -> {
            throw new QueryDeniedException("SERVICE is not run row by row");
        });
        registry.addBulkLink((service, input, execution, chain) -> run(service, input, execution));
        return registry;
    }

    private QueryIterator run(OpService service, QueryIterator input, ExecutionContext execution) {
        Optional<Problem> refusal = refusal(service);
        if (refusal.isPresent()) {
            input.close();
            throw new QueryDeniedException(refusal.get().detail());
        }
        String name = endpoints.allowed(service.getService()).orElseThrow().name();
        return new ServiceRows(remotes.get(name), service, input, execution);
    }

    /**
     * Whether a SERVICE pattern may run, before anything does.
     *
     * @return the problem with it; empty if there is none
     */
    public Optional<Problem> refusal(OpService service) {
        if (endpoints.allowed(service.getService()).isEmpty()) {
            return Optional.of(endpoints.refusal(service.getService()));
        }
        return Services.in(service.getSubOp()).isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemType.FEDERATION_OFF,
                        "A SERVICE pattern stands within another. Nobody is asked to ask others in turn: put the"
                                + " patterns side by side."));
    }

    /** The same pattern, to be asked in blocks although it is optional. */
    public static OpService optional(OpService service) {
        return PushedQuery.optional(service);
    }

    /** Where what was asked can be looked up for a while. */
    public FederationReports reports() {
        return reports;
    }

    /** Whether anybody may be asked. */
    public boolean isOn() {
        return !remotes.isEmpty();
    }

    /** The names of those that may be asked. */
    public Set<String> names() {
        return Collections.unmodifiableSet(remotes.keySet());
    }

    /**
     * Adds to a service description whom a query may ask: each as a service with its address, its title and, where that is
     * known, what the IRIs begin with that it describes.
     *
     * @param service the node of this endpoint
     */
    public void describe(Graph graph, Node service) {
        for (Remote remote : remotes.values()) {
            RemoteEndpoint endpoint = remote.endpoint();
            Node other = NodeFactory.createURI(endpoint.iri());
            graph.add(service, DCTerms.requires.asNode(), other);
            graph.add(other, RDF.type.asNode(), NodeFactory.createURI(SD + "Service"));
            graph.add(other, DCTerms.title.asNode(), NodeFactory.createLiteralLang(endpoint.title(), "en"));
            endpoint.address()
                    .ifPresent(address -> graph.add(
                            other, NodeFactory.createURI(SD + "endpoint"), NodeFactory.createURI(address.toString())));
            if (!endpoint.covers().isEmpty()) {
                graph.add(
                        other,
                        NodeFactory.createURI("http://rdfs.org/ns/void#uriSpace"),
                        NodeFactory.createLiteralString(endpoint.covers()));
            }
        }
    }

    Collection<RemoteEndpoint> known() {
        return endpoints.all();
    }

    Optional<Remote> remote(String name) {
        return Optional.ofNullable(remotes.get(name));
    }
}
