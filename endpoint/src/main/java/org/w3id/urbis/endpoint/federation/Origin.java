package org.w3id.urbis.endpoint.federation;

import java.util.Locale;

/** Where an answer came from. */
enum Origin {
    /** The endpoint was asked. */
    REMOTE,
    /** It was kept from before; the endpoint may have been asked whether it still holds. */
    CACHE,
    /** From the copy that is here. */
    MIRROR,
    /** There was none, and the query said that this does not matter (SILENT). */
    FAILED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
