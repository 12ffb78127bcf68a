package org.w3id.urbis.loader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.entry.KnownThings;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;

/**
 * The things of a revision by their names and what is said of them, for one table: what was looked up is remembered. Not for
 * several threads.
 */
final class KnownByName implements KnownThings {

    /** More things of one name than this are no matter of choice. */
    private static final int MOST_SAME = 50;

    private static final int MOST_NEAR = 3;
    private static final double NEAR = 0.6;
    private static final double SAME = 1;

    /** A table of twenty thousand rows may well name as many things. */
    private static final int MOST_REMEMBERED = 5000;

    private final Optional<NameIndex> names;
    private final String things;
    private final Graph published;
    private final Map<String, Found> remembered = new HashMap<>();

    /** Without an index nothing is found by its name. */
    KnownByName(Optional<NameIndex> names, BaseIri base, Graph published) {
        this.names = names;
        this.things = base.value() + "id/";
        this.published = published;
    }

    @Override
    public Graph said() {
        return published;
    }

    @Override
    public Found called(String name, Set<String> kinds) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(name + kinds, any -> find(name, kinds));
    }

    private Found find(String name, Set<String> kinds) {
        NameQuery whole = new NameQuery(name, Set.of(), Set.of(), Set.of(), false, NameQuery.Typos.NEVER, MOST_SAME);
        List<Node> same = things(whole, kinds, SAME);
        return same.isEmpty()
                ? new Found(
                        same,
                        things(NameQuery.matching(name).limit(MOST_SAME), kinds, NEAR).stream()
                                .limit(MOST_NEAR)
                                .toList())
                : new Found(same, List.of());
    }

    private List<Node> things(NameQuery asked, Set<String> kinds, double likeness) {
        return names.map(index -> index.search(asked)).orElse(List.of()).stream()
                .filter(match -> match.score() >= likeness)
                .map(NameMatch::thing)
                .map(thing -> thing.iri())
                .filter(iri -> kinds.isEmpty()
                        ? iri.startsWith(things)
                        : kinds.stream().anyMatch(kind -> iri.startsWith(things + kind + "/")))
                .distinct()
                .map(NodeFactory::createURI)
                .toList();
    }
}
