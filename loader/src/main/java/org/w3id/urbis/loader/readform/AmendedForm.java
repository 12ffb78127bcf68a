package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.readform.AmendedTerms.Spot;
import org.w3id.urbis.loader.statement.Statements;

/**
 * Makes a read form of one that differs little: byte for byte what {@link ReadFormBuilder} makes of the whole. The numbers of
 * terms and triples move, but keep their order, so that nothing has to be sorted but what is new; all else is copied.
 */
public final class AmendedForm {
    private final ReadForm before;
    private final Collection<Quad> added;
    private final Collection<Quad> removed;
    /** The graphs of the triples that change, before and now. */
    private final Map<Triple, Graphs> changes = new LinkedHashMap<>();

    /** The graphs that a triple stands in, and its number before. */
    private record Graphs(int number, Set<Node> before, Set<Node> after) {}

    private AmendedForm(ReadForm before, Collection<Quad> added, Collection<Quad> removed) {
        this.before = before;
        this.added = added;
        this.removed = removed;
        removed.forEach(quad -> graphs(quad).after().remove(quad.getGraph()));
        added.forEach(quad -> graphs(quad).after().add(quad.getGraph()));
        changes.values().removeIf(graphs -> graphs.before().equals(graphs.after()));
    }

    /**
     * Makes the file.
     *
     * @param before  the read form of what was
     * @param added   statements that come; of those that are there nothing is changed
     * @param removed statements that go, unless they come too; of those that are not there nothing is changed
     * @param file    not there yet
     * @throws UnreadableFormException if there is more than the format can number
     */
    public static void write(ReadForm before, Collection<Quad> added, Collection<Quad> removed, Path file) {
        AmendedForm form = new AmendedForm(before, asKept(added), asKept(removed));
        try (FormFile.Writer out = new FormFile.Writer(file)) {
            form.write(out);
            out.finish();
        } catch (IOException notWritten) {
            throw new UncheckedIOException("Cannot write " + file, notWritten);
        }
    }

    /** The statements with their terms as they are once they have been kept as text. */
    private static List<Quad> asKept(Collection<Quad> quads) {
        Statements kept = new Statements();
        quads.forEach(kept::add);
        return kept.quads().toList();
    }

    private Graphs graphs(Quad quad) {
        return changes.computeIfAbsent(quad.asTriple(), triple -> {
            int number = before.triple(triple);
            Set<Node> graphs = new HashSet<>();
            if (number >= 0) {
                Triples triples = before.triples();
                int end = triples.tripleGraphsAt.get(number + 1);
                for (int at = triples.tripleGraphsAt.get(number); at < end; at++) {
                    graphs.add(before.terms().term(triples.tripleGraphs.get(at)));
                }
            }
            return new Graphs(number, Set.copyOf(graphs), graphs);
        });
    }

    private void write(FormFile.Writer out) throws IOException {
        AmendedTerms terms = terms();
        new TermRewriting(before.terms(), terms).write(out);
        List<Touched> touched = touched(terms);
        AmendedTriples triples = new AmendedTriples(before.triples(), terms, touched);
        triples.write(out);
        new AmendedGraphs(before.triples(), terms, triples, touched).write(out);
        new AmendedProperties(before, terms, touched).write(out);
        new AmendedPoints(before, terms, added, removed).write(out);
    }

    /** Which terms get their first use or lose their last one. */
    private AmendedTerms terms() {
        Map<Node, Integer> uses = new HashMap<>();
        changes.forEach((triple, graphs) -> {
            int more = (graphs.after().isEmpty() ? 0 : 1) - (graphs.before().isEmpty() ? 0 : 1);
            uses.merge(triple.getSubject(), more, Integer::sum);
            uses.merge(triple.getPredicate(), more, Integer::sum);
            uses.merge(triple.getObject(), more, Integer::sum);
            graphs.before().forEach(graph -> uses.merge(graph, -1, Integer::sum));
            graphs.after().forEach(graph -> uses.merge(graph, 1, Integer::sum));
        });
        List<Node> coming = new ArrayList<>();
        List<Integer> going = new ArrayList<>();
        uses.forEach((term, more) -> {
            int number = before.terms().number(term);
            if (number < 0) {
                coming.add(term);
            } else if (uses(number) + more == 0) {
                going.add(number);
            }
        });
        return AmendedTerms.of(
                before.terms(),
                coming,
                going.stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    /** How often a term is part of a triple or the name of the graph of one. */
    private int uses(int term) {
        Triples triples = before.triples();
        return triples.count(term, Triples.ANY, Triples.ANY)
                + triples.count(Triples.ANY, term, Triples.ANY)
                + triples.count(Triples.ANY, Triples.ANY, term)
                + Math.max(0, GraphChoice.of(triples, term).size(triples));
    }

    private List<Touched> touched(AmendedTerms terms) {
        Map<Node, Spot> spots = new HashMap<>();
        List<Touched> touched = new ArrayList<>();
        changes.forEach((triple, graphs) -> touched.add(new Touched(
                spots.computeIfAbsent(triple.getSubject(), terms::spot),
                spots.computeIfAbsent(triple.getPredicate(), terms::spot),
                spots.computeIfAbsent(triple.getObject(), terms::spot),
                graphs.number(),
                only(graphs.after(), graphs.before(), spots, terms),
                only(graphs.before(), graphs.after(), spots, terms),
                graphs.after().isEmpty())));
        return touched;
    }

    /** Where those stand that are only in the first of two sets. */
    private static List<Spot> only(Set<Node> these, Set<Node> those, Map<Node, Spot> spots, AmendedTerms terms) {
        return these.stream()
                .filter(graph -> !those.contains(graph))
                .map(graph -> spots.computeIfAbsent(graph, terms::spot))
                .toList();
    }
}
