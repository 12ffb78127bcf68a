package org.w3id.urbis.endpoint.collection;

import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.negotiation.Languages;

/**
 * What is asked of a collection.
 *
 * @param kind       the kind of things
 * @param conditions filters that all must hold
 * @param search     words that a name must suit, if any
 * @param sort       the order
 * @param fields     members of each thing's document that are wanted; none for all
 * @param limit      most things on a page, 1 to 1000
 * @param cursor     where the page begins, if not at the beginning
 * @param languages  in which names are wanted
 */
public record CollectionQuery(
        Kind kind,
        List<Condition> conditions,
        Optional<String> search,
        Sort sort,
        List<String> fields,
        int limit,
        Optional<Cursor> cursor,
        Languages languages) {
    /** Most things on a page. */
    public static final int LARGEST_LIMIT = 1000;
    /** Things on a page if nothing is said. */
    static final int USUAL_LIMIT = 50;

    /** Copies the lists. */
    public CollectionQuery {
        conditions = List.copyOf(conditions);
        fields = List.copyOf(fields);
    }

    /** What decides which things are found and in what order, as text: equal text, equal list in one revision. */
    String selection() {
        StringBuilder text = new StringBuilder(kind.plural());
        conditions.forEach(condition -> {
            text.append('\n').append(condition.filter().name());
            condition.values().forEach(value -> text.append('\t').append(value));
        });
        text.append("\n\nq=").append(search.orElse("")).append("\nsort=").append(sort.text());
        boolean byName = sort.key().equals(Sort.NAME);
        return text.append(byName ? "\nlang=" + languages.wanted() : "").toString();
    }

    /** Where the page begins, counted from 0. */
    int offset() {
        return cursor.map(Cursor::offset).orElse(0);
    }
}
