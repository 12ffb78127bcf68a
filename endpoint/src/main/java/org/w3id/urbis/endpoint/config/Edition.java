package org.w3id.urbis.endpoint.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.w3id.urbis.loader.ProgramVersion;

/** What makes an answer besides the data, in one checksum. A setting that is new counts unless it is listed here. */
final class Edition {
    /** Where a server runs, how much it may take, and where its data come from: none of it shows in pages. */
    private static final Set<Setting> OF_THE_MACHINE = EnumSet.of(
            Setting.HOST,
            Setting.PORT,
            Setting.DATA,
            Setting.CONCURRENT_QUERIES,
            Setting.QUEUE_TIMEOUT,
            Setting.CACHE_BYTES,
            Setting.CACHED_ANSWER_BYTES,
            Setting.FUSEKI_PORT,
            Setting.REVISION_POLL,
            Setting.EARLIER_REVISIONS,
            Setting.CONCURRENT_VALIDATIONS,
            Setting.CONNECTIONS,
            Setting.IDLE_TIMEOUT,
            Setting.CLIENT_TIMEOUT,
            Setting.TRUSTED_PROXIES,
            Setting.FORWARDING_HEADER,
            Setting.RATE_LIMIT,
            Setting.RATE_LIMIT_EXEMPT,
            Setting.METRICS_CLIENTS,
            Setting.ACCESS_LOG,
            Setting.ACCESS_LOG_FILE,
            Setting.STORE_CREDENTIALS,
            Setting.STORE_TRUST,
            Setting.STORE_CONNECTIONS,
            Setting.FEDERATION_FILE,
            Setting.LOG_SERVERS,
            Setting.LOG_TOPIC,
            Setting.LOG_FILE,
            Setting.FOLLOW,
            Setting.PUBLISHER_URL,
            Setting.LAG_LIMIT);

    private Edition() {}

    static String of(SettingSource from) {
        MessageDigest digest = sha256();
        digest.update(ProgramVersion.outline().getBytes(StandardCharsets.UTF_8));
        for (Setting setting : Setting.values()) {
            if (!OF_THE_MACHINE.contains(setting)) {
                digest.update((setting.key() + "=" + from.given(setting) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        digest.update(content(FederationConfig.read(from).file()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] content(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }
}
