package org.w3id.urbis.loader.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.statement.Steps;
import org.w3id.urbis.loader.statement.Waiting;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * Runs the rules over a candidate and adds what follows to its graph {@code graph/inferred}.
 *
 * <p>Rules run in the order of their numbers. Those that share a number run one after the other, and again until none
 * of them makes anything new if one of them says so. What some source states already is not stated again.
 */
public final class Inference {

    private final List<Rule> rules;

    private Inference(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads the rules that ship with the program.
     *
     * @return an inference with the files of the classpath folder {@code urbis/rules}
     * @throws UnusableRuleException if a file is not a rule
     */
    public static Inference shipped() {
        return of(ResourceFolder.onClasspath("urbis/rules"));
    }

    /**
     * Reads the rules of a folder.
     *
     * @param folder holds the rules as {@code .rq} files
     * @return an inference with these rules
     * @throws UnusableRuleException if a file is not a rule
     */
    public static Inference of(ResourceFolder folder) {
        return new Inference(Rule.all(folder));
    }

    /**
     * Lists the rules.
     *
     * @return the rules in the order in which they run
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Adds what follows.
     *
     * @param candidate what is to be published
     * @return for each rule, in order, how many statements it added
     */
    public Map<Rule, Long> addTo(Candidate candidate) {
        return new Run(candidate).all();
    }

    /**
     * Adds what follows, and tells when.
     *
     * @param candidate what is to be published
     * @return the step of each statement that was added; empty if the steps cannot be told apart
     */
    public Optional<Steps> stepsTo(Candidate candidate) {
        Run run = new Run(candidate);
        run.all();
        return run.steps;
    }

    /**
     * Finds what follows now, and what no longer.
     *
     * @param earlier what was published before, and how what is stated differs from it; is told what rules make and do not
     *                make any more
     * @return false if too much changes: then it is of no more use
     */
    public boolean amend(EarlierStatements earlier) {
        return AmendedInference.run(rules, earlier);
    }

    /** The rules at work on one candidate. */
    private final class Run {

        private final Candidate candidate;
        private final Node inferred;
        private final Context context = MappingFunctions.context();
        private Optional<Steps> steps;

        Run(Candidate candidate) {
            this.candidate = candidate;
            this.inferred = candidate.base().graph("inferred");
            this.steps = RuleSteps.areNumbered(rules)
                    ? Optional.of(new Steps(candidate.statements().size()))
                    : Optional.empty();
        }

        Map<Rule, Long> all() {
            Map<Rule, Long> added = new LinkedHashMap<>();
            rules.forEach(rule -> added.put(rule, 0L));
            for (List<Rule> stage : RuleSteps.stages(rules)) {
                int round = 0;
                long fresh;
                do {
                    fresh = 0;
                    for (Rule rule : stage) {
                        long made = apply(rule, round);
                        added.merge(rule, made, Long::sum);
                        fresh += made;
                    }
                    round++;
                } while (RuleSteps.repeats(stage) && fresh > 0);
            }
            return added;
        }

        private long apply(Rule rule, int round) {
            Waiting fresh = new Waiting(candidate.statements());
            rule.make(candidate, context, fresh::add);
            int made = fresh.enter(inferred);
            Optional<Integer> step = RuleSteps.of(rules, rule, round);
            steps = made == 0 ? steps : steps.filter(any -> step.isPresent());
            steps.ifPresent(all -> all.add(made, step.orElse(0)));
            return made;
        }
    }
}
