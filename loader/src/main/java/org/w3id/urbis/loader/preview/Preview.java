package org.w3id.urbis.loader.preview;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.validation.Finding;

/**
 * What the graph would gain and lose with an entry. The record of who hands it in and accepts it, and the figures of the
 * graph as a whole, are left out.
 *
 * @param revision     the revision that it is compared with
 * @param things       what each thing would gain and lose, sorted by IRI
 * @param broken       rules that would be broken and are not now, across the graph
 * @param mended       rules that are broken now and would not be
 * @param partly       whether more refers to what changes than was looked at for that
 * @param unreferenced things that are referred to now and would not be any more: IRI to labels by language tag
 * @param queries      the questions of the catalogue whose answers would change
 * @param unchanged    the names of those whose answers would not, because nothing that changes has a part in them, or because
 *                     they were asked
 * @param notAsked     the names of those whose answers may change and for which there was no time
 * @param duplicates   things of the entry that the graph perhaps has already, the likeliest first
 */
public record Preview(
        long revision,
        List<ThingChange> things,
        List<Finding> broken,
        List<Finding> mended,
        boolean partly,
        SortedMap<String, Map<String, String>> unreferenced,
        List<QueryChange> queries,
        List<String> unchanged,
        List<String> notAsked,
        List<Duplicate> duplicates) {

    /** Copies the lists. */
    public Preview {
        things = List.copyOf(things);
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
        unreferenced = new TreeMap<>(unreferenced);
        queries = List.copyOf(queries);
        unchanged = List.copyOf(unchanged);
        notAsked = List.copyOf(notAsked);
        duplicates = List.copyOf(duplicates);
    }

    /**
     * What would come.
     *
     * @return all statements, thing by thing
     */
    public List<Quad> gained() {
        return things.stream().flatMap(thing -> thing.gained().stream()).toList();
    }

    /**
     * What would go.
     *
     * @return all statements, thing by thing
     */
    public List<Quad> lost() {
        return things.stream().flatMap(thing -> thing.lost().stream()).toList();
    }

    /**
     * Tells whether a statement is inferred and not stated.
     *
     * @param quad a statement
     * @return true if it is in the graph of what is inferred
     */
    public static boolean isInferred(Quad quad) {
        Node graph = quad.getGraph();
        return graph.isURI() && graph.getURI().endsWith("/graph/inferred");
    }
}
