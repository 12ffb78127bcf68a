package org.w3id.urbis.loader.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Where in one file each term is mentioned and each statement stands. Places are packed by {@link Position#pack}; 0 is
 * an unknown place.
 */
final class PositionIndex {

    private final Map<Node, Mentions> mentions = new HashMap<>();
    private final Map<Triple, Long> objects = new HashMap<>();
    private final Map<Node, Long> subjects = new HashMap<>();

    /** Notes that an IRI or blank node is mentioned; quickest in the order of the text. */
    void mention(Node node, long place) {
        mentions.computeIfAbsent(node, n -> new Mentions()).add(place);
    }

    /** Notes where a statement's object stands. What is said again counts where it is said first. */
    void statement(Triple triple, long objectPlace) {
        if (objects.putIfAbsent(triple, objectPlace) == null) {
            Long first = subjects.get(triple.getSubject());
            // What is nested in a value of a node may describe the node once more, and is read before the value.
            if (first == null || objectPlace < first) {
                subjects.put(triple.getSubject(), mentionBefore(triple.getSubject(), objectPlace));
            }
        }
    }

    /** Where the object of a statement stands; empty if the file does not make the statement. */
    OptionalLong object(Triple triple) {
        return optional(objects.get(triple));
    }

    /** Where the property of a statement stands; empty if the file does not make the statement. */
    OptionalLong property(Triple triple) {
        Long object = objects.get(triple);
        return object == null ? OptionalLong.empty() : OptionalLong.of(mentionBefore(triple.getPredicate(), object));
    }

    /** Where a node is first the subject of a statement, or for a nested node where its bracket opens. */
    OptionalLong subject(Node node) {
        return optional(subjects.get(node));
    }

    /** Where the last mention of a node stands so far; 0 if there is none. */
    long lastMention(Node node) {
        Mentions places = mentions.get(node);
        return places == null ? 0 : places.last();
    }

    /** Where a node is first mentioned; empty if it is not. */
    OptionalLong firstMention(Node node) {
        Mentions places = mentions.get(node);
        return places == null ? OptionalLong.empty() : OptionalLong.of(places.first());
    }

    /** Returns the same places for other names of the nodes. */
    PositionIndex renamed(UnaryOperator<Node> names) {
        PositionIndex renamed = new PositionIndex();
        mentions.forEach((node, places) ->
                renamed.mentions.merge(names.apply(node), places, (a, b) -> a.first() <= b.first() ? a : b));
        subjects.forEach((node, place) -> renamed.subjects.merge(names.apply(node), place, Math::min));
        objects.forEach((triple, place) -> renamed.objects.merge(
                Triple.create(names.apply(triple.getSubject()), triple.getPredicate(), names.apply(triple.getObject())),
                place,
                Math::min));
        return renamed;
    }

    /** The last mention at or before a place; the place itself if there is none, as for the keyword "a". */
    private long mentionBefore(Node node, long place) {
        Mentions places = mentions.get(node);
        return places == null ? place : places.atOrBefore(place);
    }

    private static OptionalLong optional(Long place) {
        return place == null ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /** A sorted list of numbers that mostly grows at its end. */
    private static final class Mentions {

        private long[] places = new long[2];
        private int size;

        void add(long place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
            }
            int index = size;
            if (size > 0 && places[size - 1] > place) {
                int found = Arrays.binarySearch(places, 0, size, place);
                index = found < 0 ? -found - 1 : found;
                System.arraycopy(places, index, places, index + 1, size - index);
            }
            places[index] = place;
            size++;
        }

        long first() {
            return places[0];
        }

        long last() {
            return places[size - 1];
        }

        long atOrBefore(long place) {
            int index = Arrays.binarySearch(places, 0, size, place);
            int before = index >= 0 ? index : -index - 2;
            return before < 0 ? place : places[before];
        }
    }
}
