package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to mend a fault.
 *
 * @param wording      what to do
 * @param replacements the same as changes of the file, to be made all or none; empty if a person has to decide
 * @param edit         a change for which a place has to be found yet; empty for what is reported
 */
public record Fix(Wording wording, List<Replacement> replacements, Optional<Edit> edit) {

    /** Copies what it is given. */
    public Fix {
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(edit, "edit");
        replacements = List.copyOf(replacements);
    }

    /**
     * Makes a fix.
     *
     * @param wording      what to do
     * @param replacements the same as changes of the file; empty if a person has to decide
     */
    public Fix(Wording wording, List<Replacement> replacements) {
        this(wording, replacements, Optional.empty());
    }

    /** Makes a fix that changes what the finding points at, once it is known where that stands. */
    static Fix editing(Wording wording, Edit edit) {
        return new Fix(wording, List.of(), Optional.of(edit));
    }

    /** Makes the change that waits for its place, if there is one. */
    Fix at(Position place, LocatedFile file) {
        return edit.isEmpty()
                ? this
                : edit.get()
                        .at(place, file)
                        .map(replacement -> changing(wording, replacement))
                        .orElseGet(() -> saying(wording));
    }

    /** Makes a fix that only says what to do. */
    static Fix saying(Wording wording) {
        return new Fix(wording, List.of());
    }

    /** Makes a fix that changes one place. */
    static Fix changing(Wording wording, Replacement replacement) {
        return new Fix(wording, List.of(replacement));
    }

    /**
     * Says in English what to do.
     *
     * @return a sentence or two
     */
    public String text() {
        return Messages.english().text(wording);
    }

    /**
     * A change of the file that the finding names.
     *
     * @param line      where the replaced text begins, counted from 1
     * @param column    where it begins, in UTF-16 code units, counted from 1
     * @param endLine   where it ends; the same place as the beginning if something is put in
     * @param endColumn the column after its last character
     * @param text      what comes in its place; empty if it is taken out
     */
    public record Replacement(int line, int column, int endLine, int endColumn, String text) {

        /** Replaces what stands from a place to its end, which has to be known. */
        static Replacement of(Position place, String text) {
            return new Replacement(place.line(), place.column(), place.endLine(), place.endColumn(), text);
        }

        /** Puts a text in before a place. */
        static Replacement before(Position place, String text) {
            return new Replacement(place.line(), place.column(), place.line(), place.column(), text);
        }

        /** Puts a text in after the end of a place, which has to be known. */
        static Replacement after(Position place, String text) {
            return new Replacement(place.endLine(), place.endColumn(), place.endLine(), place.endColumn(), text);
        }

        /** Refuses what has no place. */
        public Replacement {
            Objects.requireNonNull(text, "text");
            if (line < 1 || column < 1 || endLine < line || endLine == line && endColumn < column) {
                throw new IllegalArgumentException(
                        "No range: " + line + ":" + column + " to " + endLine + ":" + endColumn);
            }
        }
    }
}
