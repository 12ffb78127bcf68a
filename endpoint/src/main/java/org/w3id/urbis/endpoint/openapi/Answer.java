package org.w3id.urbis.endpoint.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.negotiation.Representation;

/**
 * What an operation may answer.
 *
 * @param status      status code
 * @param description when it comes and what it means
 * @param content     what the body is, by media type; empty if there is none
 * @param headers     headers that come with it besides those of every answer
 */
public record Answer(int status, String description, Map<String, Schema> content, List<AnswerHeader> headers) {
    /** Copies the content and the headers. */
    public Answer {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        headers = List.copyOf(headers);
    }

    /** An answer without a body. */
    public static Answer of(int status, String description) {
        return new Answer(status, description, Map.of(), List.of());
    }

    /** Success. */
    public static Answer ok(String description) {
        return of(200, description);
    }

    /** The same, which may also come in a media type. */
    public Answer in(String mediaType, Schema schema) {
        Map<String, Schema> more = new LinkedHashMap<>(content);
        more.put(mediaType, schema);
        return new Answer(status, description, more, headers);
    }

    /** The same, which may also come as plain text of a media type, or of a kind of XML. */
    public Answer in(String mediaType) {
        return in(mediaType, Schema.text());
    }

    /** The same, which may also come in forms whose body needs no closer description. */
    public Answer in(Collection<Representation> forms) {
        Answer answer = this;
        for (Representation form : forms) {
            answer = answer.in(form.mediaType(), form.mediaType().endsWith("json") ? Schema.any() : Schema.text());
        }
        return answer;
    }

    /** The same with headers. */
    public Answer with(AnswerHeader... more) {
        List<AnswerHeader> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Answer(status, description, content, all);
    }
}
