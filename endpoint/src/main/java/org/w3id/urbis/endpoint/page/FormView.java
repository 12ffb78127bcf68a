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
     * @param limits    what a browser insists on
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
            List<String> problems,
            Limits limits) {
        /** Whether a browser may insist on a value: not in a part, which may be left out as a whole. */
        public boolean insists() {
            return required && !name.contains(".");
        }

        /** A name for anchors and labels. */
        public String anchor(int row) {
            return name.replaceAll("[^A-Za-z0-9]", "-") + "-" + row;
        }
    }

    /**
     * What a browser insists on, which is no more than the shapes ask; whatever is null is left to the gate.
     *
     * @param pattern  a regular expression that each value matches
     * @param shortest the fewest characters
     * @param longest  the most characters
     * @param least    the least number
     * @param greatest the greatest number
     */
    public record Limits(String pattern, Integer shortest, Integer longest, String least, String greatest) {}

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
