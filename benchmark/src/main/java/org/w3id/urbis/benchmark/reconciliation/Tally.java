package org.w3id.urbis.benchmark.reconciliation;

import java.util.ArrayList;
import java.util.List;

/** Counts how often the service was right. */
public final class Tally {

    private final List<Wrong> wrong = new ArrayList<>();
    private int asked;
    private int taken;
    private int right;
    private int first;
    private int amongFive;

    /**
     * A name that was not matched, or matched with another place.
     *
     * @param name  the name with what was meant
     * @param reply what the service said
     */
    public record Wrong(LabelledName name, MatchClient.Reply reply) {}

    /** Counts one reply. */
    public void add(LabelledName name, MatchClient.Reply reply, String meant) {
        asked++;
        boolean isFirst = !reply.ids().isEmpty() && reply.ids().getFirst().equals(meant);
        first += isFirst ? 1 : 0;
        amongFive += reply.ids().contains(meant) ? 1 : 0;
        taken += reply.match() ? 1 : 0;
        right += reply.match() && isFirst ? 1 : 0;
        if (!reply.match() || !isFirst) {
            wrong.add(new Wrong(name, reply));
        }
    }

    /** How many names were asked. */
    public int asked() {
        return asked;
    }

    /** Of those matched without a look, the share that is right. */
    public double precision() {
        return taken == 0 ? 1 : (double) right / taken;
    }

    /** Of all, the share that is matched without a look, and right. */
    public double recall() {
        return (double) right / asked;
    }

    /** Of all, the share whose best candidate is right. */
    public double firstRight() {
        return (double) first / asked;
    }

    /** Of all, the share that has the right one among five candidates. */
    public double amongFive() {
        return (double) amongFive / asked;
    }

    /** What went wrong. */
    public List<Wrong> wrong() {
        return List.copyOf(wrong);
    }
}
