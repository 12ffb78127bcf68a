package org.w3id.urbis.endpoint.problem;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * One thing that went wrong, as RFC 9457 describes it.
 *
 * @param type    which of the known problems it is
 * @param detail  what is wrong in this case, and what to do, in English
 * @param wording the same for readers of other languages; empty if there are no words for it in them
 * @param members further members of the document: text, whole numbers, lists of text or JSON, in order
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(ProblemType type, String detail, Optional<Wording> wording, Map<String, Object> members) {
    /** The media type of the JSON form. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What is wrong in words of any language.
     *
     * @param detail the words
     * @param values what differs from case to case
     */
    record Wording(ProblemDetail detail, List<String> values) {
        /** Copies the values. */
        Wording {
            values = List.copyOf(values);
        }
    }

    /** Copies the members. */
    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A problem without further members. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Optional.empty(), Map.of());
    }

    /** A problem without further members, in words of all six languages. */
    public static Problem of(ProblemType type, ProblemDetail detail, Object... values) {
        Wording wording =
                new Wording(detail, Arrays.stream(values).map(Object::toString).toList());
        String english = ProblemDetail.filled(detail.english(), wording.values());
        return new Problem(type, english, Optional.of(wording), Map.of());
    }

    /** The problem that a parameter cannot be used. */
    public static Problem parameter(String name, String detail) {
        return of(ProblemType.BAD_PARAMETER, detail).with("parameter", name);
    }

    /** The problem that a parameter cannot be used, in words of all six languages. */
    public static Problem parameter(String name, ProblemDetail detail, Object... values) {
        return of(ProblemType.BAD_PARAMETER, detail, values).with("parameter", name);
    }

    /** The same with one more member, of type String, Integer, Long, list of String or JsonValue. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, wording, more);
    }

    /** To be thrown where the answer cannot be given. */
    public ProblemException exception() {
        return new ProblemException(this, null);
    }

    /** To be thrown where the answer cannot be given, with what caused it. */
    public ProblemException exception(Throwable cause) {
        return new ProblemException(this, cause);
    }

    /**
     * The JSON document.
     *
     * @param baseIri what the IRI of the type begins with
     * @param words   of the language for the title, and for the detail as far as it has words for it
     */
    public String json(String baseIri, ProblemWords words) {
        JsonObject json = new JsonObject();
        json.put("type", baseIri + "problem/" + type.slug());
        json.put("title", words.title(type));
        json.put("status", type.status());
        json.put("detail", words.detail(this));
        members.forEach((name, value) -> put(json, name, value));
        return json.toString();
    }

    private static void put(JsonObject json, String name, Object value) {
        switch (value) {
            case Integer number -> json.put(name, number);
            case Long number -> json.put(name, number);
            case JsonValue document -> json.put(name, document);
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(item -> array.add(item.toString()));
                json.put(name, array);
            }
            default -> json.put(name, value.toString());
        }
    }
}
