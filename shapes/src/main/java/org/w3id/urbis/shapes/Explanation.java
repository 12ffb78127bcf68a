package org.w3id.urbis.shapes;

import java.util.List;

/**
 * Why a result is one.
 *
 * @param reasons what was found by the shapes that the constraint consists of, those of the first values if there are
 *                many; empty if it consists of none
 * @param counted how many values conform to a qualified value shape, all of them counted; 0 for other constraints
 */
public record Explanation(List<Reason> reasons, int counted) {

    /** What needs no explanation. */
    static final Explanation NONE = new Explanation(List.of(), 0);

    /** Copies what it is given. */
    public Explanation {
        reasons = List.copyOf(reasons);
    }
}
