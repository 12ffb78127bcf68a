package org.w3id.urbis.endpoint.config;

/** A setting cannot be used; the message names the setting, where it came from, what it was and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(Setting setting, String origin, String value, String allowed) {
        super("Setting %s (from %s) is \"%s\", but must be %s.".formatted(setting.key(), origin, value, allowed));
    }
}
