package org.w3id.urbis.endpoint.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of a request.
 *
 * @param description what to send
 * @param content     by media type what it is, with an example that the server answers
 * @param required    whether it must be there
 */
public record Sent(String description, Map<String, Form> content, boolean required) {
    /** Copies the content. */
    public Sent {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /**
     * One form of the body.
     *
     * @param schema  what it is
     * @param example text, or for JSON and forms a map
     */
    public record Form(Schema schema, Object example) {}

    /** A body that must be there; its forms are added with {@link #in}. */
    public static Sent of(String description) {
        return new Sent(description, Map.of(), true);
    }

    /** The same, which may also be sent in a media type. */
    public Sent in(String mediaType, Schema schema, Object example) {
        Map<String, Form> more = new LinkedHashMap<>(content);
        more.put(mediaType, new Form(schema, example));
        return new Sent(description, more, required);
    }
}
