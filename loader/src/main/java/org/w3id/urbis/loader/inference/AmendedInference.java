package org.w3id.urbis.loader.inference;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.EarlierView.Which;
import org.w3id.urbis.shapes.change.ChangedStatements;

/**
 * Runs the rules over a graph that differs little from an earlier one, of which it is known at which step each statement was
 * made. At every step it looks only at what the statements that differ before it can give or take, and asks again of each of
 * these whether the rule makes it now: the outcome is that of running all rules over the whole.
 */
final class AmendedInference {

    /** The most statements of one step that are asked for again. */
    private static final int MOST = 200_000;

    private final List<Rule> rules;
    private final EarlierStatements earlier;
    private final Context context = MappingFunctions.context();
    private final int[] fresh;

    private AmendedInference(List<Rule> rules, EarlierStatements earlier) {
        this.rules = rules;
        this.earlier = earlier;
        this.fresh = earlier.madeBefore();
    }

    /**
     * Finds what follows.
     *
     * @return false if too much changes
     */
    static boolean run(List<Rule> rules, EarlierStatements earlier) {
        return RuleSteps.areNumbered(rules) && new AmendedInference(rules, earlier).run();
    }

    private boolean run() {
        for (List<Rule> stage : RuleSteps.stages(rules)) {
            boolean repeats = RuleSteps.repeats(stage);
            int round = 0;
            boolean more;
            do {
                more = false;
                for (Rule rule : stage) {
                    Optional<Integer> step = RuleSteps.of(rules, rule, round);
                    if (step.isEmpty() || !apply(rule, step.get())) {
                        return false;
                    }
                    // A round that made something before has to be looked at even if the one before it is the last now.
                    more |= fresh[step.get()] > 0 || madeLater(step.get());
                }
                round++;
            } while (repeats && more);
        }
        return true;
    }

    private boolean madeLater(int step) {
        int next = step + 1;
        return next % RuleSteps.ROUNDS != 0 && fresh[next] > 0;
    }

    private boolean apply(Rule rule, int step) {
        ChangedStatements changed = new ChangedStatements(earlier.changedBefore(step));
        if (changed.isEmpty()) {
            return true;
        }
        DatasetGraph after = earlier.view(Which.AFTER, step);
        RuleAnswers answers = new RuleAnswers(rule, context);
        Optional<Set<Triple>> concerned = answers.touched(changed, earlier.view(Which.BOTH, step));
        Set<Triple> asked;
        Collection<Triple> made;
        if (concerned.isPresent()) {
            asked = concerned.get();
            made = answers.among(asked, after);
        } else {
            made = answers.all(after);
            asked = new LinkedHashSet<>(earlier.madeAt(step));
            asked.addAll(made);
        }
        if (asked.size() > MOST) {
            return false;
        }
        Set<Triple> follows = made instanceof Set<Triple> set ? set : new HashSet<>(made);
        for (Triple triple : asked) {
            settle(triple, step, follows.contains(triple) && !isThere(after, triple));
        }
        return true;
    }

    private static boolean isThere(DatasetGraph graph, Triple triple) {
        return graph.getDefaultGraph().contains(triple);
    }

    private void settle(Triple triple, int step, boolean isMade) {
        boolean wasMade = earlier.stepBefore(triple) == step;
        if (isMade && !wasMade) {
            earlier.make(triple, step);
            fresh[step]++;
        } else if (!isMade && wasMade && earlier.stepNow(triple) == step) {
            earlier.unmake(triple);
        }
        if (!isMade && wasMade) {
            fresh[step]--;
        }
    }
}
