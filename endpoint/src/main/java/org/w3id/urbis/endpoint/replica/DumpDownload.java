package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.RevisionDumps;

/**
 * Fetches the dump of the current revision from the publisher, and from nobody else: it is not followed elsewhere. What broke off
 * lies under a name with the checksum of the whole, and is gone on with as long as that is the current one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, 14: range requests</a>
 */
final class DumpDownload {

    private static final Logger LOG = LoggerFactory.getLogger(DumpDownload.class);
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final String BEGIN = "dump-";
    private static final String END = ".new";
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int FOUND_ELSEWHERE = 307;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int SUM_DIGITS = 64;
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
     * A dump that is there.
     *
     * @param file where it lies
     * @param hash the hash of its content, by which the log knows the revision
     */
    record Fetched(Path file, String hash) {}

    /**
     * Fetches it.
     *
     * @param folder where to; other dumps that were fetched there are removed
     * @return the dump
     * @throws LogException if it cannot be fetched whole
     */
    Fetched fetch(Path folder) {
        try {
            Files.createDirectories(folder);
            HttpResponse<InputStream> leading = get(LATEST, 0);
            leading.body().close();
            String path = leading.headers().firstValue("location").orElse("");
            if (leading.statusCode() != FOUND_ELSEWHERE || !path.matches("/dumps/[0-9]+/[a-z.]+")) {
                throw new LogException(publisher + LATEST + " was answered with " + leading.statusCode()
                        + " and does not lead to a dump. Is this the publisher (publisher-url)?");
            }
            String promised = checksum(path);
            Path file = folder.resolve(BEGIN + promised + END);
            discard(folder, file);
            goOn(path, file);
            String sum = EntryAssembly.sum(Files.newInputStream(file));
            if (!sum.equals(promised)) {
                Files.delete(file);
                throw new LogException(publisher + path + " has the SHA-256 " + sum + " and not " + promised
                        + ", as is said beside it: it was changed on the way. Try again, and it is fetched anew.");
            }
            return new Fetched(file, EntryAssembly.sum(new GZIPInputStream(Files.newInputStream(file), 1 << 16)));
        } catch (IOException e) {
            throw new LogException(
                    "Cannot fetch a dump from " + publisher + " (publisher-url): " + e
                            + ". What has come is kept: try again, and it goes on from there.",
                    e);
        }
    }

    /**
     * Removes what was fetched, whole or not.
     *
     * @param folder where it lies
     * @throws IOException if the disk refuses
     */
    static void discard(Path folder) throws IOException {
        discard(folder, folder);
    }

    private static void discard(Path folder, Path kept) throws IOException {
        try (DirectoryStream<Path> dumps = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path dump : dumps) {
                if (!dump.equals(kept)) {
                    Files.delete(dump);
                }
            }
        }
    }

    /** Fetches what is missing: the file of a revision never changes, so that what is there is its beginning. */
    private void goOn(String path, Path file) throws IOException {
        long have = Files.exists(file) ? Files.size(file) : 0;
        HttpResponse<InputStream> response = get(path, have);
        try (InputStream in = response.body()) {
            switch (response.statusCode()) {
                case OK -> Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                case PARTIAL -> append(in, file);
                case RANGE_NOT_SATISFIABLE -> LOG.debug("All of {} is there", file);
                default -> throw new IOException(path + " was answered with " + response.statusCode());
            }
        }
    }

    private static void append(InputStream in, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            in.transferTo(out);
        }
    }

    private String checksum(String path) throws IOException {
        HttpResponse<InputStream> response = get(path + ".sha256", 0);
        try (InputStream in = response.body()) {
            String sum = new String(in.readNBytes(SUM_DIGITS), StandardCharsets.US_ASCII);
            if (response.statusCode() != OK || !sum.matches("[0-9a-f]{" + SUM_DIGITS + "}")) {
                throw new IOException(path + ".sha256 was answered with " + response.statusCode()
                        + " and does not begin with a checksum");
            }
            return sum;
        }
    }

    private HttpResponse<InputStream> get(String path, long from) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(publisher + path)).timeout(ANSWER);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }
}
