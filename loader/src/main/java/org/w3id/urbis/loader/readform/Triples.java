package org.w3id.urbis.loader.readform;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Map;

/** The triples of a read form, each with the graphs it stands in, found by any of their parts. */
final class Triples {
    /** Stands for any term. */
    static final int ANY = -1;

    final IntBuffer subjectAt;
    final IntBuffer bySubject;
    final IntBuffer propertyAt;
    final IntBuffer byProperty;
    final IntBuffer valueAt;
    final IntBuffer byValue;
    final IntBuffer tripleGraphsAt;
    final IntBuffer tripleGraphs;
    final IntBuffer graphs;
    final IntBuffer graphTriplesAt;
    final IntBuffer graphTriples;

    Triples(Map<Section, ByteBuffer> sections) {
        subjectAt = FormFile.ints(sections, Section.SUBJECT_AT);
        bySubject = FormFile.ints(sections, Section.BY_SUBJECT);
        propertyAt = FormFile.ints(sections, Section.PROPERTY_AT);
        byProperty = FormFile.ints(sections, Section.BY_PROPERTY);
        valueAt = FormFile.ints(sections, Section.VALUE_AT);
        byValue = FormFile.ints(sections, Section.BY_VALUE);
        tripleGraphsAt = FormFile.ints(sections, Section.TRIPLE_GRAPHS_AT);
        tripleGraphs = FormFile.ints(sections, Section.TRIPLE_GRAPHS);
        graphs = FormFile.ints(sections, Section.GRAPHS);
        graphTriplesAt = FormFile.ints(sections, Section.GRAPH_TRIPLES_AT);
        graphTriples = FormFile.ints(sections, Section.GRAPH_TRIPLES);
    }

    /** How many there are, each counted once. */
    int count() {
        return bySubject.limit() / 2;
    }

    /** How many match, each part a number or {@link #ANY}. */
    int count(int subject, int property, int value) {
        TripleCursor cursor = new TripleCursor(this);
        cursor.open(subject, property, value);
        return cursor.left();
    }

    /** Where a graph stands in the list of graphs; negative if there is no such graph. */
    int graph(int term) {
        return find(graphs, 1, 0, graphs.limit(), term);
    }

    /** Whether a triple stands in a graph. */
    boolean isIn(int triple, int graph) {
        return find(tripleGraphs, 1, tripleGraphsAt.get(triple), tripleGraphsAt.get(triple + 1), graph) >= 0;
    }

    /** The subject of a triple, by the number of the triple. */
    int subject(int triple) {
        int low = 0;
        int high = subjectAt.limit() - 1;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (subjectAt.get(middle) <= triple) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first of some rows, sorted by their first column, in which that column is not below a number. */
    static int lower(IntBuffer rows, int width, int from, int end, int sought) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = low + high >>> 1;
            if (rows.get(middle * width) < sought) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same among rows that are alike in their first column, by their second. */
    static int lowerSecond(IntBuffer rows, int width, int from, int end, int sought) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = low + high >>> 1;
            if (rows.get(middle * width + 1) < sought) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int find(IntBuffer rows, int width, int from, int end, int sought) {
        int place = lower(rows, width, from, end, sought);
        return place < end && rows.get(place * width) == sought ? place : -1;
    }
}
