package org.w3id.urbis.loader.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do. */
public enum Role {

    /** May hand in, follow what they handed in, correct it, and take it back while it waits. */
    SUBMITTER,
    /** May do all that, see what everybody handed in, and decide. */
    CURATOR;

    /**
     * The name of the role in files, options and claims.
     *
     * @return the name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a role by its name.
     *
     * @param key the name in lower case
     * @return the role; empty if none is called so
     */
    public static Optional<Role> of(String key) {
        return Stream.of(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
