package org.w3id.urbis.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file or folder that should be there is missing or cannot be read. */
public final class UnreadableResourceException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    UnreadableResourceException(String message, IOException cause) {
        super(message, cause);
    }
}
