package org.w3id.urbis.loader.source;

import java.util.List;

/** A source was named that no folder describes. */
public final class UnknownSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSourceException(String id, List<String> known) {
        super("There is no source called " + id + ". Known are: " + String.join(", ", known));
    }
}
