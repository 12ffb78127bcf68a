package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.w3id.urbis.loader.publication.RevisionDumps;

/** Fetches the dump of the current revision from the publisher, and from nobody else: it is not followed elsewhere. */
final class DumpDownload {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final String LATEST = "/dumps/latest/" + RevisionDumps.N_QUADS;

    private final String publisher;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /**
     * Prepares.
     *
     * @param publisher its address, without a slash at the end
     */
    DumpDownload(String publisher) {
        this.publisher = publisher;
    }

    /**
     * Fetches it.
     *
     * @param file where to
     * @return the hash of its content, by which the log knows the revision
     * @throws LogException if it cannot be fetched whole
     */
    String fetch(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            HttpResponse<InputStream> leading = get(LATEST);
            leading.body().close();
            String path = leading.headers().firstValue("location").orElse("");
            if (leading.statusCode() != 307 || !path.matches("/dumps/[0-9]+/[a-z.]+")) {
                throw new LogException(publisher + LATEST + " was answered with " + leading.statusCode()
                        + " and does not lead to a dump. Is this the publisher (publisher-url)?");
            }
            String promised = checksum(path);
            MessageDigest digest = EntryAssembly.sha256();
            try (InputStream in = whole(path);
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                in.transferTo(out);
            }
            String sum = HexFormat.of().formatHex(digest.digest());
            if (!sum.equals(promised)) {
                throw new LogException(publisher + path + " has the SHA-256 " + sum + " and not " + promised
                        + ", as is said beside it: it broke off, or was changed on the way.");
            }
            return content(file);
        } catch (IOException e) {
            throw new LogException("Cannot fetch a dump from " + publisher + " (publisher-url): " + e, e);
        }
    }

    private String checksum(String path) throws IOException {
        try (InputStream in = whole(path + ".sha256")) {
            return new String(in.readNBytes(64), StandardCharsets.US_ASCII);
        }
    }

    private InputStream whole(String path) throws IOException {
        HttpResponse<InputStream> response = get(path);
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<InputStream> get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(publisher + path))
                .timeout(ANSWER)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private static String content(Path file) throws IOException {
        MessageDigest digest = EntryAssembly.sha256();
        try (InputStream in = new DigestInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
