package org.w3id.urbis.loader.preview;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the questions of the catalogue are answered with now, and how long it takes to ask them, kept from one preview to the
 * next. Of the answers, those of one revision are kept. May be shared by threads.
 */
public final class KnownAnswers {

    private final Map<String, RowHashes> answers = new HashMap<>();
    private final Map<String, Long> nanos = new HashMap<>();
    private long revision;

    /** Makes one that knows nothing yet. */
    public KnownAnswers() {
        // What there is to know comes with the first preview.
    }

    synchronized Optional<RowHashes> answer(long ofRevision, String question) {
        return revision == ofRevision ? Optional.ofNullable(answers.get(question)) : Optional.empty();
    }

    synchronized void keep(long ofRevision, String question, RowHashes answer) {
        if (revision != ofRevision) {
            answers.clear();
            revision = ofRevision;
        }
        answers.put(question, answer);
    }

    /** How long a question took last, in nanoseconds, or took at least; empty if it was not asked yet. */
    synchronized OptionalLong cost(String question) {
        Long cost = nanos.get(question);
        return cost == null ? OptionalLong.empty() : OptionalLong.of(cost);
    }

    synchronized void took(String question, long cost) {
        nanos.put(question, cost);
    }
}
