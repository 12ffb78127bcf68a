package org.w3id.urbis.loader.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The blank nodes of a file as trees below the things that own them.
 *
 * <p>Walked without recursion: a list of ten thousand members is a tree ten thousand deep.
 */
final class BlankForest {

    private final Map<Node, List<Quad>> content = new LinkedHashMap<>();
    private final Map<Node, Quad> pointer = new LinkedHashMap<>();
    private final Map<Node, Unnamed> unnamed = new LinkedHashMap<>();

    private BlankForest() {}

    static BlankForest of(Collection<Quad> quads) {
        BlankForest forest = new BlankForest();
        quads.forEach(forest::add);
        return forest;
    }

    boolean isEmpty() {
        return content.isEmpty() && unnamed.isEmpty();
    }

    Skolemised nothing() {
        return new Skolemised(Map.of(), List.of());
    }

    private void add(Quad quad) {
        if (quad.getGraph() != null && quad.getGraph().isBlank()) {
            refuse(quad.getGraph(), Unnamed.Reason.GRAPH_NAME, quad);
        }
        if (quad.getSubject().isBlank()) {
            content.computeIfAbsent(quad.getSubject(), blank -> new ArrayList<>())
                    .add(quad);
        }
        if (quad.getObject().isBlank()) {
            content.computeIfAbsent(quad.getObject(), blank -> new ArrayList<>());
            point(quad);
        }
    }

    /** The same statement in two graphs is one pointer; the graph that sorts first is the one that counts. */
    private void point(Quad quad) {
        Quad other = pointer.putIfAbsent(quad.getObject(), quad);
        if (other == null || other.equals(quad)) {
            return;
        }
        if (!other.asTriple().equals(quad.asTriple())) {
            refuse(quad.getObject(), Unnamed.Reason.SHARED, quad);
        } else if (String.valueOf(quad.getGraph()).compareTo(String.valueOf(other.getGraph())) < 0) {
            pointer.put(quad.getObject(), quad);
        }
    }

    private void refuse(Node blank, Unnamed.Reason reason, Quad quad) {
        unnamed.putIfAbsent(blank, new Unnamed(blank, reason, quad));
    }

    /** What a node says, each statement once. */
    Set<Quad> content(Node blank) {
        return new LinkedHashSet<>(content.getOrDefault(blank, List.of()));
    }

    /** The statement that points to a node, or null for the root of a tree that nothing owns. */
    Quad pointer(Node blank) {
        return pointer.get(blank);
    }

    /**
     * Lists the nodes that can be named, each after the node that owns it, and notes the others.
     */
    List<Node> ownersFirst() {
        List<Node> order = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        for (Node blank : content.keySet()) {
            if (unnamed.containsKey(blank)) {
                continue;
            }
            Quad quad = pointer.get(blank);
            if (quad == null && Kind.ofClass(content(blank)).isEmpty()) {
                refuse(blank, Unnamed.Reason.NOTHING_KNOWN, content.get(blank).getFirst());
            } else if (quad == null || !quad.getSubject().isBlank()) {
                open.add(blank);
            }
        }
        while (!open.isEmpty()) {
            Node blank = open.poll();
            order.add(blank);
            for (Quad quad : content(blank)) {
                if (quad.getObject().isBlank() && !unnamed.containsKey(quad.getObject())) {
                    open.add(quad.getObject());
                }
            }
        }
        noteCircles(order);
        return order;
    }

    /** Whatever has one pointer, is not below anything refused and was not reached from an owner, is in a circle. */
    private void noteCircles(List<Node> reached) {
        Set<Node> done = new LinkedHashSet<>(reached);
        for (Node blank : content.keySet()) {
            if (!done.contains(blank) && !unnamed.containsKey(blank)) {
                Set<Node> path = new LinkedHashSet<>();
                Node at = blank;
                while (at.isBlank() && !unnamed.containsKey(at) && path.add(at)) {
                    at = pointer.get(at).getSubject();
                }
                if (path.contains(at)) {
                    refuse(at, Unnamed.Reason.CYCLE, pointer.get(at));
                }
            }
        }
    }

    List<Unnamed> unnamed() {
        return List.copyOf(unnamed.values());
    }
}
