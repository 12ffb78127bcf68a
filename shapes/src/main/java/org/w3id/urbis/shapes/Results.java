package org.w3id.urbis.shapes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;

/** Results of a judgement as a reader gets them: in an order, and each once. */
public final class Results {

    private Results() {}

    /** Made when there is something to be sorted. */
    private static final class Order {

        static final Comparator<ReportEntry> ORDER = Comparator.comparing((ReportEntry e) -> text(e.focusNode()))
                .thenComparing(e -> text(e.resultPath()))
                .thenComparing(e -> text(e.value()))
                .thenComparing(e -> text(e.source()))
                .thenComparing(e -> text(e.sourceConstraintComponent()));
    }

    /** Compares by node, path, value, shape and component. */
    static int compare(ReportEntry one, ReportEntry other) {
        return Order.ORDER.compare(one, other);
    }

    /**
     * Leaves out what a reader cannot tell apart.
     *
     * @param results results
     * @return the same results, each once, in their order
     */
    public static List<ReportEntry> distinct(List<ReportEntry> results) {
        Map<Key, ReportEntry> distinct = new LinkedHashMap<>();
        results.forEach(entry -> distinct.putIfAbsent(Key.of(entry), entry));
        return List.copyOf(distinct.values());
    }

    /** What makes two results the same: a shape that is reached in two ways speaks once. */
    private record Key(Node focus, String path, Node value, Node shape, Node component, Set<Node> messages) {

        static Key of(ReportEntry entry) {
            return new Key(
                    entry.focusNode(),
                    text(entry.resultPath()),
                    entry.value(),
                    entry.source(),
                    entry.sourceConstraintComponent(),
                    Set.copyOf(entry.messages()));
        }
    }

    private static String text(Object part) {
        return part == null ? "" : part.toString();
    }
}
