package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A form for a new entry.
 *
 * @param title    what it is for
 * @param path     where it is found and sent to
 * @param key      what the new thing is to be called in its IRI
 * @param begin    what its IRI begins with
 * @param sections the fields by subject
 * @param locator  where all this is said
 * @param lines    the lines of the source document that say so
 * @param turtle   what was filled in, as Turtle; empty before anything was
 * @param valid    whether that may be handed in
 * @param summary  how much was found in it
 * @param problems what was found that belongs to no field
 */
public record FormView(
        String title,
        String path,
        String key,
        String begin,
        List<Group> sections,
        String locator,
        String lines,
        String turtle,
        boolean valid,
        String summary,
        List<String> problems) {

    /**
     * Fields about one subject.
     *
     * @param slug   the last part of the key of its heading
     * @param open   whether it is shown at once
     * @param fields the fields
     */
    public record Group(String slug, boolean open, List<Field> fields) {}

    /**
     * A field.
     *
     * @param name      as it is sent
     * @param label     for people
     * @param help      what it means; empty if nobody says
     * @param kind      what it holds
     * @param required  whether something has to stand in it
     * @param several   whether there may be more than one
     * @param rows      what stands in it
     * @param choices   what may stand in it, if that is a list
     * @param parts     the fields of each of its values, if those are described in their turn
     * @param problems  what is wrong with it
     */
    public record Field(
            String name,
            Text label,
            Text help,
            String kind,
            boolean required,
            boolean several,
            List<Row> rows,
            List<Choice> choices,
            List<List<Field>> parts,
            List<String> problems) {
        /** Whether a browser may insist on a value: not in a part, which may be left out as a whole. */
        public boolean insists() {
            return required && !name.contains(".");
        }

        /** What a browser lets stand in it, as a regular expression; null if that is left to the gate. */
        public String pattern() {
            return switch (kind) {
                case "DATE" -> "\\s*[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\\s*";
                case "INTEGER" -> "\\s*[+\\-]?[0-9]+\\s*";
                case "NUMBER" -> "\\s*[+\\-]?[0-9]*[.]?[0-9]+\\s*";
                case "REFERENCE" -> "\\s*([A-Za-z][A-Za-z0-9+.\\-]*:\\S+|/?(id/)?[a-z\\-]+/[A-Za-z0-9._~\\-]+)\\s*";
                default -> null;
            };
        }

        /** A name for anchors and labels. */
        public String anchor(int row) {
            return name.replaceAll("[^A-Za-z0-9]", "-") + "-" + row;
        }
    }

    /**
     * A value.
     *
     * @param text     what stands there
     * @param language in which language
     */
    public record Row(String text, String language) {}

    /**
     * A code.
     *
     * @param iri   its IRI
     * @param label for people
     */
    public record Choice(String iri, Text label) {}
}
