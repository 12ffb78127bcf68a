package org.w3id.urbis.loader.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.MappingFunctions;
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
        Map<Rule, Long> added = new LinkedHashMap<>();
        rules.forEach(rule -> added.put(rule, 0L));
        SortedMap<Integer, List<Rule>> stages = new TreeMap<>();
        rules.forEach(rule ->
                stages.computeIfAbsent(rule.order(), order -> new ArrayList<>()).add(rule));
        Run run = new Run(candidate);
        for (List<Rule> stage : stages.values()) {
            boolean repeats = stage.stream().anyMatch(Rule::repeats);
            long fresh;
            do {
                fresh = 0;
                for (Rule rule : stage) {
                    long made = run.apply(rule);
                    added.merge(rule, made, Long::sum);
                    fresh += made;
                }
            } while (repeats && fresh > 0);
        }
        return added;
    }

    /** The rules at work on one candidate. */
    private static final class Run {

        private final Candidate candidate;
        private final Node inferred;
        private final Context context = MappingFunctions.context();

        Run(Candidate candidate) {
            this.candidate = candidate;
            this.inferred = candidate.base().graph("inferred");
        }

        long apply(Rule rule) {
            Waiting fresh = new Waiting(candidate.statements());
            rule.make(candidate, context, fresh::add);
            return fresh.enter(inferred);
        }
    }
}
