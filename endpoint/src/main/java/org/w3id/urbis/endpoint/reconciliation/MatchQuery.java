package org.w3id.urbis.endpoint.reconciliation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One question of a batch, whichever version of the API it was asked in.
 *
 * @param conditions what is known of the thing; none for a blank cell, which nothing is found for
 * @param types      IRIs of the classes it may be of; empty for all that are served
 * @param limit      most candidates wanted
 */
record MatchQuery(List<Condition> conditions, Set<String> types, int limit) {

    /** Candidates for a question that does not say how many. */
    static final int USUAL_LIMIT = 10;

    /** More are not given, however many are asked for. */
    static final int LARGEST_LIMIT = 100;

    MatchQuery {
        conditions = List.copyOf(conditions);
        types = Set.copyOf(types);
    }

    Stream<Condition> of(Condition.Target target) {
        return conditions.stream().filter(condition -> condition.target() == target);
    }

    /** The names that the thing may have. */
    List<String> names() {
        return of(Condition.Target.NAME)
                .filter(condition -> condition.quantifier() != Condition.Quantifier.NONE)
                .flatMap(condition -> condition.values().stream())
                .toList();
    }
}
