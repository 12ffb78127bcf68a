package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Which triples of a read form no graph holds any more after a change, and which are there only since, by the numbers of their
 * terms. Terms that the read form does not have get the numbers after its own.
 */
final class DifferingTriples {

    /** A triple by the numbers of its terms. */
    record Row(int subject, int property, int value) {}

    final BitSet gone = new BitSet();
    final List<Row> goneRows = new ArrayList<>();
    final List<Row> came = new ArrayList<>();
    private final EarlierStatements earlier;
    private final ReadForm form;
    private final Triples triples;
    private final List<Node> fresh = new ArrayList<>();
    private final Map<Node, Integer> freshNumbers = new HashMap<>();

    DifferingTriples(EarlierStatements earlier) {
        this.earlier = earlier;
        this.form = earlier.form;
        this.triples = form.triples();
        GraphChoice hidden = GraphChoice.of(triples, earlier.hidden);
        if (hidden != GraphChoice.NONE) {
            int end = triples.graphTriplesAt.get(hidden.place() + 1);
            for (int place = triples.graphTriplesAt.get(hidden.place()); place < end; place++) {
                look(triples.graphTriples.get(place));
            }
        }
        earlier.removed.forEach(quad -> look(form.triple(quad.asTriple())));
        earlier.unmade.forEach(triple -> look(form.triple(triple)));
        Set<Triple> all = new LinkedHashSet<>(earlier.made.keySet());
        earlier.added.stream().map(Quad::asTriple).forEach(all::add);
        for (Triple triple : all) {
            int number = form.triple(triple);
            if (number < 0 || gone.get(number)) {
                came.add(new Row(
                        numbered(triple.getSubject()), numbered(triple.getPredicate()), numbered(triple.getObject())));
            }
        }
    }

    /** Above the numbers of all terms. */
    int terms() {
        return form.terms().count() + fresh.size();
    }

    Node term(int number) {
        int count = form.terms().count();
        return number < count ? form.terms().term(number) : fresh.get(number - count);
    }

    /** The number of a term; negative if it is nowhere. */
    int number(Node term) {
        int number = form.terms().number(term);
        return number >= 0 ? number : freshNumbers.getOrDefault(term, Terms.UNKNOWN);
    }

    /** The number of a term, which gets one if it has none. */
    final int numbered(Node term) {
        int number = form.terms().number(term);
        return number >= 0
                ? number
                : freshNumbers.computeIfAbsent(term, any -> {
                    fresh.add(term);
                    return terms() - 1;
                });
    }

    /** Whether a triple of the read form is still in some graph. */
    private boolean isThere(int triple) {
        int end = triples.tripleGraphsAt.get(triple + 1);
        for (int place = triples.tripleGraphsAt.get(triple); place < end; place++) {
            if (earlier.stays(triple, triples.tripleGraphs.get(place))) {
                return true;
            }
        }
        return false;
    }

    private void look(int triple) {
        if (!gone.get(triple) && !isThere(triple)) {
            gone.set(triple);
            goneRows.add(new Row(
                    triples.subject(triple), triples.bySubject.get(2 * triple), triples.bySubject.get(2 * triple + 1)));
        }
    }
}
