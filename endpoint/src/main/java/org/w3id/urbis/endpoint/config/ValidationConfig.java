package org.w3id.urbis.endpoint.config;

import java.time.Duration;

/**
 * Limits of checking files that are sent.
 *
 * @param fileBytes  largest file, in bytes
 * @param concurrent most checks at the same time
 * @param timeout    longest a check may take
 */
public record ValidationConfig(int fileBytes, int concurrent, Duration timeout) {

    private static final int MOST_BYTES = 1 << 30;

    static ValidationConfig read(SettingSource from) {
        return new ValidationConfig(
                from.integer(Setting.FILE_BYTES, 1024, MOST_BYTES),
                from.integer(Setting.CONCURRENT_VALIDATIONS, 1, 1000),
                Duration.ofSeconds(from.integer(Setting.VALIDATION_TIMEOUT, 1, 3600)));
    }
}
