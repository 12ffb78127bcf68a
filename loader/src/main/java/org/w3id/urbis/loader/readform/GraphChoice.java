package org.w3id.urbis.loader.readform;

/**
 * Where triples are looked for.
 *
 * @param term  number of the graph's name, or {@link Triples#ANY} for the union of all
 * @param place where the graph stands in the list of graphs
 */
record GraphChoice(int term, int place) {
    /** The union of all graphs. */
    static final GraphChoice UNION = new GraphChoice(Triples.ANY, -1);
    /** A graph that is not there. */
    static final GraphChoice NONE = new GraphChoice(Terms.UNKNOWN, -1);

    /** The graph with a name. */
    static GraphChoice of(Triples triples, int term) {
        int place = term < 0 ? -1 : triples.graph(term);
        return place < 0 ? NONE : new GraphChoice(term, place);
    }

    /** Opens a cursor on the shorter of two lists: those that match, or those in the graph. */
    void open(TripleCursor cursor, Triples triples, int subject, int property, int value) {
        cursor.open(subject, property, value);
        if (term >= 0 && cursor.left() > size(triples)) {
            cursor.openGraph(place, subject, property, value);
        }
    }

    /** Whether a triple that a cursor found stands here. */
    boolean holds(Triples triples, int triple) {
        return term < 0 || triples.isIn(triple, term);
    }

    int size(Triples triples) {
        if (term == Triples.ANY) {
            return triples.count();
        }
        return place < 0 ? 0 : triples.graphTriplesAt.get(place + 1) - triples.graphTriplesAt.get(place);
    }
}
