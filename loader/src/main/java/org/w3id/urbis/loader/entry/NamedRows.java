package org.w3id.urbis.loader.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.w3id.urbis.shapes.Folded;
import org.w3id.urbis.shapes.Spelling;

/** The things of which the rows of a file speak, by what they are called there. */
final class NamedRows {

    private final Map<String, Node> byName = new TreeMap<>();
    private final Map<String, String> written = new TreeMap<>();

    void add(String name, Node thing) {
        byName.putIfAbsent(Folded.of(name), thing);
        written.putIfAbsent(Folded.of(name), name);
    }

    /** The thing that is called so, of one of some kinds; of any kind if there are none. */
    Optional<Node> find(String name, Collection<String> kinds) {
        return Optional.ofNullable(byName.get(Folded.of(name)))
                .filter(thing -> kinds.isEmpty()
                        || kinds.stream().anyMatch(kind -> thing.getURI().startsWith(CodeLists.THINGS + kind + "/")));
    }

    /** The names that a misspelt one was probably meant to be. */
    List<String> near(String name) {
        return Spelling.nearest(Folded.of(name), byName.keySet()).stream()
                .map(written::get)
                .toList();
    }
}
