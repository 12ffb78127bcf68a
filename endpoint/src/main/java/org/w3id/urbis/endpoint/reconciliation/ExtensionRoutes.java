package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.ontology.Urbis;

/** {@code /reconcile/extend}: values of properties of matched things, and which properties things of a type have. */
public final class ExtensionRoutes implements HttpService, Operations {

    /** How many things of a type are looked at to see which properties they have. */
    private static final int SAMPLE = 200;

    private static final int USUAL_PROPERTIES = 50;
    private static final int MOST_PROPERTIES = 500;
    private static final int REMEMBERED = 100;

    private final RevisionStore store;
    private final Identifiers identifiers;
    private final Cache<Sampled, List<String>> proposals =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Prepares the routes. */
    public ExtensionRoutes(RevisionStore store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    private record Sampled(String revision, Set<String> types) {}

    @Override
    public void routing(HttpRules rules) {
        rules.any("/reconcile/extend", this::extend);
        rules.any("/reconcile/extend/propose", this::propose);
    }

    private void extend(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.POST);
        try (Session session = Session.of(request, response, store)) {
            String question = session.body(Session.JSON);
            session.send(() -> Extension.listed(session, question, "body"));
        }
    }

    private void propose(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (Session session = Session.of(request, response, store)) {
            Optional<String> type = session.parameters().one("type").filter(given -> !given.isBlank());
            Optional<Integer> limit = SuggestRoutes.number(session.parameters(), "limit", 1, MOST_PROPERTIES);
            session.send(() -> {
                ObjectNode answer = AnswerJson.JSON.objectNode();
                type.ifPresent(given -> answer.put("type", given));
                limit.ifPresent(most -> answer.put("limit", most));
                ArrayNode properties = answer.putArray("properties");
                TermSuggestions terms = new TermSuggestions(session);
                proposed(session.revision(), type).stream()
                        .limit(limit.orElse(USUAL_PROPERTIES))
                        .map(terms::property)
                        .forEach(properties::add);
                return answer;
            });
        }
    }

    /** A node made for what has no name of its own, such as a citation, is of no use in a table. */
    private boolean isGenerated(Node node) {
        return node.isURI() && identifiers.isGenerated(node.getURI());
    }

    private List<String> proposed(RevisionLease revision, Optional<String> type) {
        Set<String> types =
                type.map(given -> Set.of(ServedTypes.iri(given))).orElseGet(() -> Set.copyOf(ServedTypes.all()));
        return proposals.get(new Sampled(revision.info().hash(), types), sampled -> properties(revision, types));
    }

    /** The properties that the best known things of some types have, the most frequent first. */
    private List<String> properties(RevisionLease revision, Set<String> types) {
        List<NameMatch> sample =
                revision.names().search(NameQuery.of("").ofTypes(types).limit(SAMPLE));
        Map<String, Integer> counts = new LinkedHashMap<>();
        DatasetGraph graph = revision.dataset();
        Txn.executeRead(
                graph,
                () -> sample.forEach(match -> {
                    Node thing = NodeFactory.createURI(match.thing().iri());
                    graph.find(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                        String property = quad.getPredicate().getURI();
                        if (GraphValues.isQuantity(property) || !isGenerated(quad.getObject())) {
                            counts.merge(property, 1, Integer::sum);
                        }
                    });
                    match.thing().position().ifPresent(position -> counts.merge(Terms.LAT_LONG, 1, Integer::sum));
                }));
        return counts.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(Urbis.NS) || ServedProperties.OTHERS.containsKey(entry.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Operation> operations() {
        return Described.extending();
    }
}
