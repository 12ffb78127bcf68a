package org.w3id.urbis.loader.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * The questions of the catalogue whose answers would change. Those that nothing of what changes can have a part in are not
 * asked, for their answers stay; the others are asked before and after, the quickest first, as long as there is time.
 *
 * @param changed   those whose answers would change
 * @param unchanged the names of those whose answers would not
 * @param notAsked  the names of those whose answers may change, for which there was no time
 */
record QueryChanges(List<QueryChange> changed, List<String> unchanged, List<String> notAsked) {

    /** What a question may take of all the time before the others have had their turn. */
    private static final int SHARE = 16;

    QueryChanges {
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        notAsked = List.copyOf(notAsked);
    }

    static QueryChanges of(
            QueryCatalogue catalogue, Amendment amendment, long revision, KnownAnswers known, Duration patience) {
        return new Asking(amendment, revision, known, patience.toNanos()).all(catalogue);
    }

    /** One preview's questions. */
    private static final class Asking {

        private final Amendment amendment;
        private final long revision;
        private final KnownAnswers known;
        private final long patience;
        private final long end;
        private final List<QueryChange> changed = new ArrayList<>();
        private final List<String> unchanged = new ArrayList<>();

        Asking(Amendment amendment, long revision, KnownAnswers known, long patience) {
            this.amendment = amendment;
            this.revision = revision;
            this.known = known;
            this.patience = patience;
            this.end = System.nanoTime() + patience;
        }

        QueryChanges all(QueryCatalogue catalogue) {
            Relevance relevance = new Relevance(amendment, end);
            List<CatalogueQuery> open = new ArrayList<>();
            for (CatalogueQuery question : catalogue.queries()) {
                // What others say does not change by an entry, and is not asked for because of one.
                if (!question.isFederated()) {
                    if (relevance.mayChange(question.query())) {
                        open.add(question);
                    } else {
                        unchanged.add(question.name());
                    }
                }
            }
            open.sort(Comparator.comparingLong(
                    question -> known.cost(question.name()).orElse(0)));
            open.removeIf(question -> isTold(question, patience / SHARE));
            open.removeIf(question -> isTold(question, patience));
            changed.sort(Comparator.comparing(QueryChange::name));
            return new QueryChanges(
                    changed,
                    unchanged.stream().sorted().toList(),
                    open.stream().map(CatalogueQuery::name).sorted().toList());
        }

        /** Asks before and after, and tells whether both were answered in time. */
        private boolean isTold(CatalogueQuery question, long atMost) {
            long begun = System.nanoTime();
            Optional<RowHashes> before = known.answer(revision, question.name())
                    .or(() -> RowHashes.of(question.query(), amendment.before(), Math.min(atMost, left())));
            before.ifPresent(answer -> known.keep(revision, question.name(), answer));
            Optional<RowHashes> after = before.flatMap(
                    answer -> RowHashes.of(question.query(), amendment.after(), Math.min(atMost, left())));
            known.took(question.name(), System.nanoTime() - begun);
            if (after.isEmpty()) {
                return false;
            }
            long gained = after.get().more(before.get());
            long lost = before.get().more(after.get());
            if (gained + lost == 0) {
                unchanged.add(question.name());
            } else {
                changed.add(new QueryChange(question.name(), question.summary(), gained, lost));
            }
            return true;
        }

        private long left() {
            return end - System.nanoTime();
        }
    }
}
