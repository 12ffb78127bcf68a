package org.w3id.urbis.endpoint.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.Path;

/**
 * A dataset that is far away: what is looked at in many things is read for hundreds of them together, and nothing else of
 * them. What was not read ahead is found all the same, only later.
 */
public interface InBlocks {
    /** Things that are read together. */
    int BLOCK = 800;

    /** Things of which all is read together. */
    int WHOLE = 100;

    /** All things of which something is said, each once: those that begin with {@code space}, and have an IRI. */
    Iterator<Node> having(Node property, Node value, String space);

    /**
     * Reads what lies on some paths from some things, so that it is at hand for this thread until more is read ahead or the
     * transaction ends.
     */
    void ahead(Collection<Node> things, Collection<Path> paths);

    /** Reads all about some things, and expects questions about what they lead to. */
    void expect(Collection<Node> things);

    /**
     * Goes through things, with what lies on some paths from them at hand. To be called in a transaction.
     *
     * @param things may be any number
     * @param each   is given each of them, in the same order
     */
    static void each(DatasetGraph dataset, Iterator<Node> things, Collection<Path> paths, Consumer<Node> each) {
        if (!(dataset instanceof InBlocks far) || paths.isEmpty()) {
            things.forEachRemaining(each);
            return;
        }
        List<Node> block = new ArrayList<>(BLOCK);
        while (things.hasNext()) {
            block.add(things.next());
            if (block.size() == BLOCK || !things.hasNext()) {
                far.ahead(block, paths);
                block.forEach(each);
                block.clear();
            }
        }
        far.ahead(List.of(), List.of());
    }

    /** Goes through things of which all is looked at. To be called in a transaction. */
    static void whole(DatasetGraph dataset, List<Node> things, Consumer<Node> each) {
        if (!(dataset instanceof InBlocks far)) {
            things.forEach(each);
            return;
        }
        for (int from = 0; from < things.size(); from += WHOLE) {
            List<Node> block = things.subList(from, Math.min(things.size(), from + WHOLE));
            far.expect(block);
            block.forEach(each);
        }
    }

    /** Has a dataset that is far away read what lies on some paths from some things; any other has it at hand. */
    static void at(DatasetGraph dataset, Collection<Node> things, Collection<Path> paths) {
        if (dataset instanceof InBlocks far) {
            far.ahead(things, paths);
        }
    }
}
