package org.w3id.urbis.endpoint.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Which things of a revision a parameter may name: the members of its classes and code lists. */
final class KnownValues {
    /** More than anybody would look through; who has more is served by the collection. */
    private static final int MOST = 400;

    private static final int MOST_LISTS = 100;

    private final Identifiers identifiers;
    private final Cache<Key, Members> lists =
            Caffeine.newBuilder().maximumSize(MOST_LISTS).build();

    KnownValues(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    private record Key(String revision, List<Node> kinds) {}

    private record Members(Map<Node, List<Quad>> names, boolean whole) {}

    /**
     * The members of some kinds.
     *
     * @param values the members by name in the reader's language
     * @param whole  whether these are all of them
     */
    record Listed(List<Value> values, boolean whole) {}

    /**
     * A member.
     *
     * @param iri  its IRI
     * @param name what the reader calls it
     */
    record Value(String iri, Text name) {}

    /** Whether a thing is a member of one of some classes or code lists. To be called in a transaction. */
    boolean has(DatasetGraph dataset, List<Node> kinds, Node thing) {
        return kinds.stream()
                .anyMatch(kind -> dataset.contains(Node.ANY, thing, Terms.TYPE, kind)
                        || dataset.contains(Node.ANY, thing, SKOS.inScheme.asNode(), kind));
    }

    /** The members of some classes and code lists; of very many, some. */
    Listed list(RevisionLease revision, List<Node> kinds, Languages languages) {
        Members members = lists.get(
                new Key(revision.info().hash(), kinds),
                any -> Txn.calculateRead(revision.dataset(), () -> members(revision.dataset(), kinds)));
        Wording wording = new Wording(members.names(), identifiers, languages);
        List<Value> values = members.names().keySet().stream()
                .map(thing -> new Value(thing.getURI(), wording.name(thing)))
                .sorted(Comparator.comparing((Value value) -> value.name().value(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Value::iri))
                .toList();
        return new Listed(values, members.whole());
    }

    private Members members(DatasetGraph dataset, List<Node> kinds) {
        Set<Node> things = new LinkedHashSet<>();
        for (Node kind : kinds) {
            for (Node membership : List.of(Terms.TYPE, SKOS.inScheme.asNode())) {
                var quads = dataset.findNG(Node.ANY, Node.ANY, membership, kind);
                while (quads.hasNext() && things.size() <= MOST) {
                    Node thing = quads.next().getSubject();
                    if (thing.isURI()) {
                        things.add(thing);
                    }
                }
            }
        }
        DescriptionReader reader = new DescriptionReader(dataset, identifiers);
        Map<Node, List<Quad>> names = new LinkedHashMap<>();
        new ArrayList<>(things).stream().limit(MOST).forEach(thing -> names.put(thing, reader.names(thing)));
        return new Members(names, things.size() <= MOST);
    }
}
