package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.inference.Rule;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.loader.publication.Store;

/**
 * Follows a change of what is stated into what is inferred. Only those matches of a rule are looked for of which a changed
 * statement is part, so that the time grows with the change.
 *
 * <p>What may not follow any more is taken away first, and what follows all the same is put back: Delete and Rederive.
 *
 * @see <a href="https://doi.org/10.1145/170036.170066">Gupta, Mumick and Subrahmanian, Maintaining Views Incrementally</a>
 */
final class Consequences {

    private final DatasetGraph before;
    private final AmendedDataset after;
    private final Node inferred;
    private final SortedMap<Integer, List<Rule>> stages = new TreeMap<>();
    private final Map<Rule, Patterns> patterns = new LinkedHashMap<>();
    private final Map<Rule, Query> relaxed = new HashMap<>();
    private final Context context = MappingFunctions.context();
    private final Set<Quad> more;
    private final Set<Quad> less;

    /**
     * Prepares for a change.
     *
     * @param before   the dataset as it is published
     * @param after    the same with what is stated more and less
     * @param inferred the graph of what is inferred
     * @param rules    by which it is
     */
    Consequences(DatasetGraph before, AmendedDataset after, Node inferred, List<Rule> rules) {
        this.before = before;
        this.after = after;
        this.inferred = inferred;
        this.more = new LinkedHashSet<>(after.gained());
        this.less = new LinkedHashSet<>(after.lost());
        rules.forEach(rule -> {
            stages.computeIfAbsent(rule.order(), order -> new ArrayList<>()).add(rule);
            patterns.put(rule, Patterns.of(rule.query()));
            relaxed.put(rule, Patterns.withoutNegation(rule.query()));
        });
        Store.askWholeGraph(context);
    }

    /** Amends what is inferred. */
    void follow() {
        List<Quad> stated = List.copyOf(more);
        List<Quad> unstated = List.copyOf(less);
        stages.values().forEach(this::run);
        // What is stated is not inferred as well, and what is stated no more may be inferred.
        stated.forEach(quad -> after.lose(Quad.create(inferred, quad.asTriple())));
        more.clear();
        less.clear();
        unstated.stream()
                .map(Quad::asTriple)
                .filter(triple -> !after.states(triple) && isDerivable(triple))
                .forEach(this::infer);
        if (!more.isEmpty()) {
            stages.values().forEach(this::run);
        }
    }

    private void run(List<Rule> stage) {
        boolean repeats = stage.stream().anyMatch(Rule::repeats);
        int known;
        do {
            known = more.size() + less.size();
            for (Rule rule : stage) {
                remove(doubtful(rule));
                fresh(rule).forEach(this::infer);
            }
        } while (repeats && more.size() + less.size() > known);
    }

    private void infer(Triple triple) {
        if (!after.states(triple)) {
            Quad quad = Quad.create(inferred, triple);
            after.gain(quad);
            more.add(quad);
        }
    }

    /** What follows from a match that has come about. */
    private Set<Triple> fresh(Rule rule) {
        Set<Binding> bindings = new HashSet<>();
        for (Pattern pattern : patterns.get(rule).all()) {
            for (Quad quad : pattern.negated() ? less : more) {
                bindings.addAll(pattern.bindings(
                        quad, after.getDefaultGraph(), patterns.get(rule).free()));
            }
        }
        return heads(rule.query(), bindings, after);
    }

    /** What followed from a match that is none any more, perhaps. */
    private Set<Triple> doubtful(Rule rule) {
        Set<Binding> bindings = new HashSet<>();
        for (Pattern pattern : patterns.get(rule).all()) {
            for (Quad quad : pattern.negated() ? more : less) {
                bindings.addAll(pattern.bindings(
                        quad, before.getUnionGraph(), patterns.get(rule).free()));
            }
        }
        // A rule that wants something not to be there may have made it. What is taken for doubtful and is not comes
        // back.
        return heads(relaxed.get(rule), bindings, before);
    }

    private void remove(Set<Triple> doubtful) {
        Set<Triple> gone = new LinkedHashSet<>();
        for (Triple triple : doubtful) {
            Quad quad = Quad.create(inferred, triple);
            if (after.contains(quad)) {
                after.lose(quad);
                gone.add(triple);
            }
        }
        boolean back;
        do {
            back = gone.removeIf(triple -> {
                boolean derivable = isDerivable(triple);
                if (derivable) {
                    after.gain(Quad.create(inferred, triple));
                }
                return derivable;
            });
        } while (back && !gone.isEmpty());
        gone.forEach(triple -> less.add(Quad.create(inferred, triple)));
    }

    private boolean isDerivable(Triple triple) {
        Quad quad = Quad.create(inferred, triple);
        for (Map.Entry<Rule, Patterns> entry : patterns.entrySet()) {
            Rule rule = entry.getKey();
            for (Triple head : rule.query().getConstructTemplate().getTriples()) {
                Pattern made = new Pattern(
                        Optional.empty(),
                        head.getSubject(),
                        Optional.of(head.getPredicate()),
                        Optional.empty(),
                        head.getObject(),
                        false);
                Set<Var> free = entry.getValue().free();
                Set<Binding> bindings = made.bindings(quad, after.getDefaultGraph(), free);
                if (heads(rule.query(), bindings, after).contains(triple)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<Triple> heads(Query query, Set<Binding> bindings, DatasetGraph dataset) {
        Set<Triple> heads = new LinkedHashSet<>();
        for (Binding binding : bindings) {
            try (QueryExec execution = QueryExec.dataset(dataset)
                    .query(query)
                    .context(context)
                    .substitution(binding)
                    .build()) {
                execution
                        .constructTriples()
                        .forEachRemaining(triple -> heads.add(
                                CanonicalTerm.of(Quad.create(inferred, triple)).asTriple()));
            }
        }
        return heads;
    }
}
