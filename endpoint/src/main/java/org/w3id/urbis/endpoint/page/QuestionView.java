package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A question of the catalogue, what can be filled in, and its answer.
 *
 * @param path     where it is answered
 * @param question the question
 * @param summary  what the answer is
 * @param tags     words to find it by, leading to the questions that have them
 * @param fields   what can be filled in
 * @param lang     the language that was asked for by a parameter; empty if none was
 * @param forms    short names of the forms that the answer can be had in, that of the page first
 * @param answer   the answer
 */
public record QuestionView(
        String path,
        Text question,
        Text summary,
        List<Link> tags,
        List<Field> fields,
        String lang,
        List<String> forms,
        QueryView answer) {

    /**
     * A field of the form.
     *
     * @param name    of the parameter
     * @param label   what it means
     * @param type    of the input, or {@code select}
     * @param several whether more than one value may be given
     * @param value   what is filled in
     * @param options what it may be, as far as that is known
     */
    public record Field(String name, Text label, String type, boolean several, String value, List<Option> options) {}

    /**
     * Something a field may be.
     *
     * @param value    what is sent
     * @param name     what the reader calls it
     * @param selected whether it is filled in
     */
    public record Option(String value, Text name, boolean selected) {}
}
