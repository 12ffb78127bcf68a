package org.w3id.urbis.loader.publication;

import java.nio.file.Path;

/** Somebody else is publishing into the same data directory. */
public final class AlreadyPublishingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyPublishingException(Path data) {
        super("Another load is publishing into " + data + ". Wait until it has ended and try again.");
    }
}
