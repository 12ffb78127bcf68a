package org.w3id.urbis.loader.entry;

import java.util.List;

/**
 * A column of an empty table.
 *
 * @param title    the title by which {@link EntryReader} knows the column
 * @param help     what to write, in the language of the template
 * @param required whether a row without it is refused
 * @param several  whether a cell may hold more than one value
 * @param choices  all that may be written, as labels; empty if that is left open
 * @param example  what the example row has; empty if it has nothing
 */
record TemplateColumn(
        String title, String help, boolean required, boolean several, List<String> choices, String example) {

    /** Copies the choices. */
    TemplateColumn {
        choices = List.copyOf(choices);
    }
}
