package org.w3id.urbis.endpoint.config;

/** A setting cannot be used; the message names the setting, where it came from, what it was and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(Setting setting, String origin, String value, String allowed) {
        this(setting.key(), origin, value, allowed);
    }

    /** A setting makes no sense without another. */
    InvalidSettingException(Setting setting, String origin, Setting missing) {
        super("Setting %s (from %s) needs %s too, which is not given.".formatted(setting.key(), origin, missing.key()));
    }

    /**
     * A setting that stands in a file of its own.
     *
     * @param setting name of the setting
     * @param origin  where it came from
     * @param value   what it was
     * @param allowed what it may be
     */
    public InvalidSettingException(String setting, String origin, String value, String allowed) {
        super("Setting %s (from %s) is \"%s\", but must be %s.".formatted(setting, origin, value, allowed));
    }
}
