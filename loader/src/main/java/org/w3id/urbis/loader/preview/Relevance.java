package org.w3id.urbis.loader.preview;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Tells of a query whether what changes can have a part in its answer. A statement has one only if it matches a pattern of
 * the query together with what else has to be there, before or after; that is looked up, beginning with the statement.
 * Where it cannot be told, or not in time, the answer is taken for one that may change.
 */
final class Relevance {

    /** After so many matches that lead to nothing, asking the query is quicker. */
    private static final int MOST_LOOKUPS = 500;

    private static final int MOST_MILLIS = 200;

    private final Amendment amendment;
    private final AmendedDataset all;
    private final List<Quad> changed;
    private final Set<Quad> newOrGone;
    private final long end;

    /**
     * Prepares to tell.
     *
     * @param amendment what changes
     * @param end       until when there is time, by {@link System#nanoTime}
     */
    Relevance(Amendment amendment, long end) {
        this.amendment = amendment;
        this.end = end;
        this.changed = amendment.changed();
        this.all = new AmendedDataset(amendment.before());
        amendment.gained().forEach(all::gain);
        // What another graph says too is no news to who asks for no graph.
        this.newOrGone = changed.stream()
                .filter(quad -> isSaid(quad, false) != isSaid(quad, true))
                .collect(Collectors.toSet());
    }

    private boolean isSaid(Quad quad, boolean then) {
        return (then ? amendment.after() : amendment.before())
                .contains(Node.ANY, quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    /** Whether the answer may change. */
    boolean mayChange(Query query) {
        Leaves leaves = Leaves.of(query);
        Lookups lookups = new Lookups();
        return !leaves.isAll()
                || leaves.found().stream().anyMatch(leaf -> leaf.own().stream().anyMatch(part -> {
                    Pattern pattern = part.pattern();
                    Query whole = leaf.asks();
                    return changed.stream()
                            .filter(quad -> pattern.graph().isPresent() || newOrGone.contains(quad))
                            .filter(pattern::mayUse)
                            .flatMap(quad -> pattern.bindings(quad, all.getDefaultGraph(), leaf.variables()).stream())
                            .distinct()
                            .anyMatch(binding -> lookups.isMatch(whole, binding));
                }));
    }

    /** The lookups for one query. */
    private final class Lookups {

        private int count;

        boolean isMatch(Query whole, Binding binding) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (++count > MOST_LOOKUPS || left <= 0) {
                return true;
            }
            try (QueryExec execution = QueryExec.dataset(all)
                    .query(whole)
                    .substitution(binding)
                    .timeout(Math.min(left, MOST_MILLIS), TimeUnit.MILLISECONDS)
                    .build()) {
                return execution.ask();
            } catch (QueryCancelledException tooLong) {
                return true;
            }
        }
    }
}
