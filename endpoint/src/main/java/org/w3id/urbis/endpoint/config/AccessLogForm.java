package org.w3id.urbis.endpoint.config;

import java.util.Locale;

/** How requests are logged. */
public enum AccessLogForm {
    /** Not at all. */
    OFF,
    /** A line each, in the Combined Log Format that Apache and nginx write. */
    COMBINED,
    /** A JSON object each, which says more. */
    JSON;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
