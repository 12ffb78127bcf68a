package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.w3id.urbis.loader.source.SourceFile;

/**
 * Fetches a file into the data directory, where it stays. What broke off is gone on with from where it broke off, if the
 * server can do that and says that the file is still the same one; a file that has not changed is not sent again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, 14: range requests</a>
 */
final class Download {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 5;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int PIECE = 1 << 16;
    private static final int NAME_DIGITS = 12;
    private static final long TELL_EVERY_BYTES = 8L << 20;
    private static final double BYTES_OF_A_MEGABYTE = 1e6;

    private final String address;
    private final PrintWriter err;
    private final Path whole;
    private final Path part;
    private final Path tag;
    private long told;

    Download(String address, Path folder, PrintWriter err) {
        this.address = address;
        this.err = err;
        String name = SourceFile.fetched(folder, address).baseName();
        String key = sha256(address.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS);
        this.whole = folder.resolve(key + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_"));
        this.part = folder.resolve(whole.getFileName() + ".part");
        this.tag = folder.resolve(whole.getFileName() + ".tag");
    }

    /**
     * Fetches the file.
     *
     * @throws ImpossibleException if that fails, after several attempts for a connection that breaks
     */
    SourceFile fetch() {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build()) {
            Files.createDirectories(whole.getParent());
            IOException broken = null;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    attempt(client);
                    return SourceFile.fetched(whole, address);
                } catch (IOException e) {
                    broken = e;
                }
            }
            throw new ImpossibleException(
                    "Cannot fetch " + address
                            + (broken instanceof ConnectException
                                    ? ": there was no connection in " + ATTEMPTS
                                            + " attempts. Look whether the address is right and the network is there"
                                    : ": the connection broke " + ATTEMPTS
                                            + " times. Try again, and it goes on from there"),
                    broken);
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            throw new ImpossibleException("Cannot fetch " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImpossibleException("Fetching " + address + " was interrupted", e);
        }
    }

    private void attempt(HttpClient client) throws IOException, InterruptedException, URISyntaxException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        Optional<String> known = Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
        HttpRequest.Builder request = HttpRequest.newBuilder(new URI(address)).timeout(PATIENCE);
        // Without a sign that it is the same file still, the two halves might be of two editions.
        if (have > 0 && known.isPresent()) {
            request.header("Range", "bytes=" + have + "-").header("If-Range", known.get());
        } else if (Files.exists(whole) && known.isPresent()) {
            request.header("If-None-Match", known.get());
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case NOT_MODIFIED -> say(address + " has not changed since it was fetched");
                case OK -> {
                    Files.deleteIfExists(part);
                    remember(response);
                    finish(body, 0, response.headers().firstValueAsLong("Content-Length"));
                }
                case PARTIAL -> {
                    say("going on from " + megabytes(have));
                    OptionalLong rest = response.headers().firstValueAsLong("Content-Length");
                    finish(body, have, rest.isPresent() ? OptionalLong.of(have + rest.getAsLong()) : rest);
                }
                case RANGE_NOT_SATISFIABLE -> {
                    Files.deleteIfExists(part);
                    throw new IOException("what was fetched before is no part of it");
                }
                default -> throw new ImpossibleException(address + " answers with status " + response.statusCode());
            }
        }
    }

    /** Only a strong tag says that each byte is the same. */
    private void remember(HttpResponse<?> response) throws IOException {
        Optional<String> strong = response.headers().firstValue("ETag").filter(value -> !value.startsWith("W/"));
        if (strong.isPresent()) {
            Files.writeString(tag, strong.get());
        } else {
            Files.deleteIfExists(tag);
        }
    }

    private void finish(InputStream body, long have, OptionalLong length) throws IOException {
        long size = have;
        try (OutputStream out = Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            byte[] piece = new byte[PIECE];
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                out.write(piece, 0, read);
                size += read;
                tell(size, length);
            }
        }
        if (length.isPresent() && size != length.getAsLong()) {
            throw new IOException("got " + size + " of " + length.getAsLong() + " bytes");
        }
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        say("fetched " + address + ": " + megabytes(size) + ", SHA-256 "
                + SourceFile.at(whole).sha256());
    }

    private void tell(long size, OptionalLong length) {
        if (size - told >= TELL_EVERY_BYTES) {
            told = size;
            say("fetched " + megabytes(size) + (length.isPresent() ? " of " + megabytes(length.getAsLong()) : ""));
        }
    }

    private void say(String text) {
        err.println(text);
        err.flush();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_OF_A_MEGABYTE);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
