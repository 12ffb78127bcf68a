package org.w3id.urbis.endpoint.negotiation;

/**
 * What a client gets.
 *
 * @param form      the representation
 * @param mediaType the name it was asked for by, which may be an alias such as {@code application/json}
 */
public record Choice(Representation form, String mediaType) {
    /** The representation under its own name. */
    public static Choice of(Representation form) {
        return new Choice(form, form.mediaType());
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return Representation.contentType(mediaType);
    }
}
