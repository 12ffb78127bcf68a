package org.w3id.urbis.endpoint.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;

/**
 * A parameter of an operation.
 *
 * @param name        its name
 * @param place       where it stands
 * @param description what it means, with its unit and what happens without it
 * @param schema      what it may be
 * @param example     a value that the server answers; empty if none is sure to last
 * @param required    whether it must be given
 * @param deprecated  whether it is not to be used any more
 * @param commas      whether several values stand in one, with commas between, rather than each in a parameter of its own
 */
public record Input(
        String name,
        Place place,
        String description,
        Schema schema,
        Optional<Object> example,
        boolean required,
        boolean deprecated,
        boolean commas) {

    /** Where a parameter stands. */
    public enum Place {
        /** In the path; always required. */
        PATH,
        /** In the query string. */
        QUERY,
        /** In a header of the request. */
        HEADER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of the path. */
    public static Input path(String name, String description, Schema schema) {
        return new Input(name, Place.PATH, description, schema, Optional.empty(), true, false, false);
    }

    /** A part of the path, with an example that the server answers. */
    public static Input path(String name, String description, Schema schema, Object example) {
        return path(name, description, schema).example(example);
    }

    /** A parameter of the query string that may be left out. */
    public static Input query(String name, String description, Schema schema) {
        return new Input(name, Place.QUERY, description, schema, Optional.empty(), false, false, false);
    }

    /** A header that may be left out. */
    public static Input header(String name, String description, Schema schema) {
        return new Input(name, Place.HEADER, description, schema, Optional.empty(), false, false, false);
    }

    /** The same with an example that the server answers. */
    public Input example(Object value) {
        return new Input(name, place, description, schema, Optional.of(value), required, deprecated, commas);
    }

    /** The same, never to be left out. */
    public Input mandatory() {
        return new Input(name, place, description, schema, example, true, deprecated, commas);
    }

    /** The same, not to be used any more. */
    public Input obsolete() {
        return new Input(name, place, description, schema, example, required, true, commas);
    }

    /** The same, whose values stand in one with commas between. */
    public Input joined() {
        return new Input(name, place, description, schema, example, required, deprecated, true);
    }

    /** {@code format}: the form of the answer, which else the header Accept decides. */
    public static Input format(List<Representation> forms) {
        return query(
                        "format",
                        "The form of the answer. Without it, the header Accept decides.",
                        Schema.choice(Representation.names(forms)))
                .example(forms.getFirst().suffix());
    }

    /** {@code lang}: the language of names and pages, which else the header Accept-Language decides. */
    public static Input language() {
        return query(
                        "lang",
                        "The language of names, where they are there in it. Without it, the header Accept-Language"
                                + " decides.",
                        Schema.choice(Languages.OFFERED))
                .example("fr");
    }
}
