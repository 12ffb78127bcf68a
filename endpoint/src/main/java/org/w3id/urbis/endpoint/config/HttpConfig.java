package org.w3id.urbis.endpoint.config;

import java.time.Duration;

/**
 * The public port.
 *
 * @param connections   most connections at a time
 * @param idleTimeout   how long a connection may stay open without a request
 * @param clientTimeout how long a client may let the server wait within a request, and within an answer
 */
public record HttpConfig(int connections, Duration idleTimeout, Duration clientTimeout) {

    static HttpConfig read(SettingSource from) {
        return new HttpConfig(
                from.integer(Setting.CONNECTIONS, 16, 1_000_000),
                Duration.ofSeconds(from.integer(Setting.IDLE_TIMEOUT, 1, 3600)),
                Duration.ofSeconds(from.integer(Setting.CLIENT_TIMEOUT, 1, 3600)));
    }
}
