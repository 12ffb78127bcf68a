package org.w3id.urbis.endpoint.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which other endpoints queries may ask.
 *
 * @param on   names of those that are turned on
 * @param file says more of them; need not be there
 */
public record FederationConfig(Set<String> on, Path file) {
    private static final String NONE = "none";

    /** Copies the names. */
    public FederationConfig {
        on = Set.copyOf(on);
    }

    static FederationConfig read(SettingSource from) {
        Set<String> on =
                new LinkedHashSet<>(Arrays.asList(from.text(Setting.FEDERATION).split("[,\\s]+")));
        on.removeIf(name -> name.isEmpty() || name.equals(NONE));
        Path data = from.path(Setting.DATA);
        return new FederationConfig(on, data.resolve(data.getFileSystem().getPath(from.text(Setting.FEDERATION_FILE))));
    }
}
