package org.w3id.urbis.endpoint.triplestore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.triplestore.KnownStatements.Reference;

/**
 * What one thread reads in one transaction. It remembers which terms it has met, because those are what is asked about next:
 * they are asked for together.
 */
final class Reading {
    /** More are not remembered; what is asked about them is asked one by one. */
    private static final int MOST_MET = 200_000;

    /** Statements and things that are held for this transaction alone, not counting those that came together last. */
    private static final int MOST_HELD = 20_000;

    private static final int FEWEST = 50;
    private static final int MOST = 800;
    private static final int MOST_OBJECTS = 200;

    private final Set<Node> met = new HashSet<>();
    private final List<Node> inOrder = new ArrayList<>();
    private final Deque<Node> subjects = new ArrayDeque<>();
    private final Map<Node, Ahead> objects = new HashMap<>();
    private final List<StoreRows> open = new ArrayList<>();
    private final Map<Node, List<Quad>> bySubject = new HashMap<>();
    private final Map<Reference, List<Quad>> byObject = new HashMap<>();
    private final Map<Reference, List<Quad>> along = new HashMap<>();
    private final Map<Reference, List<Quad>> back = new HashMap<>();
    private int held;
    private int together = FEWEST;

    /** How far it has looked ahead for the objects of a property, and how many it takes at a time. */
    private static final class Ahead {
        private int position;
        private int before;
        private int together;
    }

    void meet(Quad quad) {
        meet(quad.getGraph());
        meet(quad.getSubject());
        meet(quad.getPredicate());
        meet(quad.getObject());
    }

    /** Remembers a term that is probably asked about. */
    void meet(Node term) {
        if (term.isURI() && met.size() < MOST_MET && met.add(term)) {
            subjects.add(term);
            inOrder.add(term);
        }
    }

    /** The subject asked for, and others to ask for with it. */
    List<Node> subjects(Node first, Predicate<Node> isKnown) {
        List<Node> all = new ArrayList<>();
        all.add(first);
        while (all.size() < together && !subjects.isEmpty()) {
            Node next = subjects.remove();
            if (!next.equals(first) && !isKnown.test(next)) {
                all.add(next);
            }
        }
        if (all.size() == together) {
            together = Math.min(MOST, together * 2);
        }
        return all;
    }

    /** The object asked for, and from the second time on others to ask for with it. */
    List<Node> objects(Node property, Node first, Predicate<Node> isKnown) {
        List<Node> all = new ArrayList<>();
        all.add(first);
        Ahead ahead = objects.computeIfAbsent(property, any -> new Ahead());
        ahead.before = ahead.position;
        while (all.size() < ahead.together && ahead.position < inOrder.size()) {
            Node next = inOrder.get(ahead.position++);
            if (!next.equals(first) && !isKnown.test(next)) {
                all.add(next);
            }
        }
        ahead.together = Math.min(MOST_OBJECTS, ahead.together == 0 ? FEWEST / 2 : ahead.together * 2);
        return all;
    }

    /** Asks again for those that were just asked for, but for fewer together: what came for so many was too much. */
    void fewerObjects(Node property) {
        Ahead ahead = objects.get(property);
        ahead.position = ahead.before;
        ahead.together = Math.max(FEWEST / 2, ahead.together / 4);
    }

    /** The statements about a subject, if they were asked for ahead; else null. */
    List<Quad> about(Node subject) {
        return bySubject.get(subject);
    }

    /** The statements with an object, if they were asked for ahead; else null. */
    List<Quad> to(Reference reference) {
        List<Quad> found = back.get(reference);
        return found == null ? byObject.get(reference) : found;
    }

    /** The statements about a subject by one property, if these were read ahead of a walk; else null. */
    List<Quad> along(Node subject, Node property) {
        return along.isEmpty() ? null : along.get(new Reference(property, subject));
    }

    /** Lets go of what was read ahead of a walk. */
    void leave() {
        along.clear();
        back.clear();
    }

    /** Holds statements by subject and property until the next walk. */
    void holdAlong(Map<Reference, List<Quad>> found) {
        along.putAll(found);
    }

    /** Holds statements by object and property until the next walk. */
    void holdTo(Map<Reference, List<Quad>> found) {
        back.putAll(found);
    }

    /** Lets go of what was asked for ahead if it is much; to be called before more comes. */
    void makeRoom() {
        if (held > MOST_HELD) {
            bySubject.clear();
            byObject.clear();
            held = 0;
        }
    }

    /** Holds what was asked for ahead until it is looked at: what all readers remember may have no room for it. */
    void hold(Node subject, List<Quad> quads) {
        bySubject.put(subject, quads);
        held += quads.size() + 1;
    }

    /** The same for statements by their object. */
    void hold(Reference reference, List<Quad> quads) {
        byObject.put(reference, quads);
        held += quads.size() + 1;
    }

    /** Remembers rows that must not stay open longer than the transaction. */
    StoreRows opened(StoreRows rows) {
        open.add(rows);
        return rows;
    }

    void end() {
        open.forEach(StoreRows::close);
        open.clear();
    }
}
