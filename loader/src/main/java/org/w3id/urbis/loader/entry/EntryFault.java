package org.w3id.urbis.loader.entry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is wrong with a table before it is judged: a column that is none, a value that cannot be understood.
 *
 * @param place       where
 * @param sort        what sort of fault it is
 * @param key         the key of what is said of it, which the files of messages put into words
 * @param parameters  names of blanks, each followed by its value
 * @param replacement what the cell has to hold instead; empty if a person has to decide
 */
public record EntryFault(
        EntryPlace place, Sort sort, String key, List<Object> parameters, Optional<String> replacement) {

    /** Sorts of faults. */
    public enum Sort {
        /** The file is no table of the kind that is read. */
        FORM,
        /** The bytes are no UTF-8. */
        ENCODING,
        /** A column is none of those there are. */
        COLUMN,
        /** A value is none of those the column takes. */
        VALUE,
        /** There is more wrong than is told. */
        UNFINISHED
    }

    /** Copies the parameters. */
    public EntryFault {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(replacement, "replacement");
        parameters = List.copyOf(parameters);
    }

    static EntryFault of(EntryPlace place, Sort sort, String key, Object... parameters) {
        return new EntryFault(place, sort, key, List.of(parameters), Optional.empty());
    }

    EntryFault replacedBy(String text) {
        return new EntryFault(place, sort, key, parameters, Optional.of(text));
    }
}
