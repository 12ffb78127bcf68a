package org.w3id.urbis.endpoint.route;

import java.util.Optional;

/**
 * A link to something that has to do with what is described.
 *
 * @param target    where it leads: an IRI as a URI, or a path on this origin
 * @param relation  how it is related
 * @param mediaType what is found there; empty if that is not known
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
public record Signpost(String target, String relation, Optional<String> mediaType) {

    /** A link to something of which the media type is not told. */
    public Signpost(String target, String relation) {
        this(target, relation, Optional.empty());
    }

    /** A link to a document. */
    public Signpost(String target, String relation, String mediaType) {
        this(target, relation, Optional.of(mediaType));
    }

    /** The link as the header Link writes it. */
    String header() {
        String link = "<" + target + ">; rel=\"" + relation + "\"";
        return mediaType.map(type -> link + "; type=\"" + type + "\"").orElse(link);
    }
}
