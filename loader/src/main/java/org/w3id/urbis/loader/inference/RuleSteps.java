package org.w3id.urbis.loader.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3id.urbis.loader.statement.Steps;

/**
 * The numbers of the steps that rules take, in which each rule has a number for each of its rounds. A statement that was made at
 * a step is seen by all later ones.
 */
final class RuleSteps {

    /** How many rounds of a rule can be told apart. */
    static final int ROUNDS = 8;

    private RuleSteps() {}

    /** The rules by their order. */
    static List<List<Rule>> stages(List<Rule> rules) {
        SortedMap<Integer, List<Rule>> stages = new TreeMap<>();
        rules.forEach(rule ->
                stages.computeIfAbsent(rule.order(), order -> new ArrayList<>()).add(rule));
        return List.copyOf(stages.values());
    }

    static boolean repeats(List<Rule> stage) {
        return stage.stream().anyMatch(Rule::repeats);
    }

    /** Whether their steps can be numbered in the order in which they are taken. */
    static boolean areNumbered(List<Rule> rules) {
        return rules.size() * ROUNDS <= Steps.MOST
                && stages(rules).stream().allMatch(stage -> stage.size() == 1 || !repeats(stage));
    }

    /** The step of a rule; empty if it goes through more rounds than can be told apart. */
    static Optional<Integer> of(List<Rule> rules, Rule rule, int round) {
        return round < ROUNDS ? Optional.of(rules.indexOf(rule) * ROUNDS + round) : Optional.empty();
    }
}
