package org.w3id.urbis.endpoint.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.w3id.urbis.loader.names.NamedThing;

/**
 * Whether the best candidate may be taken without a look. It may if it is as good as certain, and nothing else comes near it;
 * of namesakes one is taken only if it is so much larger that nobody would leave out where a smaller one lies. The figures are
 * those with which the measured precision was reached; the benchmark measures them anew.
 */
final class MatchDecision {

    /** The least score of a match. */
    private static final double LEAST_SCORE = 90;
    /** Whoever scores less than this share of the best is no rival. */
    private static final double RIVAL = 0.93;
    /** How many times the inhabitants of its largest rival the best must have. */
    private static final double LARGER = 10;

    private MatchDecision() {}

    /**
     * Marks the first of the candidates if it is safe to take.
     *
     * @param candidates the best first
     * @param byName     whether a name was asked for; without one only what is certain is a match
     * @return the same candidates
     */
    static List<Candidate> of(List<Candidate> candidates, boolean byName) {
        if (candidates.isEmpty() || !isSafe(candidates, byName)) {
            return candidates;
        }
        List<Candidate> decided = new ArrayList<>(candidates);
        decided.set(0, candidates.getFirst().matched());
        return decided;
    }

    private static boolean isSafe(List<Candidate> candidates, boolean byName) {
        Candidate best = candidates.getFirst();
        List<Candidate> others = candidates.subList(1, candidates.size());
        if (best.certain()) {
            return others.stream().noneMatch(Candidate::certain);
        }
        return byName
                && best.score() >= LEAST_SCORE
                && others.stream()
                        .filter(other -> other.score() >= best.score() * RIVAL)
                        .allMatch(rival -> dwarfs(best.thing(), rival.thing()));
    }

    private static boolean dwarfs(NamedThing best, NamedThing rival) {
        return rival.population() > 0 && best.population() >= LARGER * rival.population();
    }
}
