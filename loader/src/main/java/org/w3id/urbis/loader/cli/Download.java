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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
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
    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]+|[*])");
    private static final long TELL_EVERY_BYTES = 8L << 20;
    private static final double BYTES_OF_A_MEGABYTE = 1e6;

    private final String address;
    private final PrintWriter err;
    private final Path whole;
    private final Path part;
    private final Path tag;

    /** Of what is there of a newer edition; the older one stays, with its own tag, until that is whole. */
    private final Path partTag;

    private final Duration patience;
    private long told;

    Download(String address, Path folder, PrintWriter err) {
        this(address, folder, err, PATIENCE);
    }

    /** Waits so long for an answer to begin, and to go on. */
    Download(String address, Path folder, PrintWriter err, Duration patience) {
        this.patience = patience;
        this.address = address;
        this.err = err;
        String name = SourceFile.fetched(folder, address).baseName();
        String key = sha256(address.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS);
        this.whole = folder.resolve(key + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_"));
        this.part = folder.resolve(whole.getFileName() + ".part");
        this.tag = folder.resolve(whole.getFileName() + ".tag");
        this.partTag = folder.resolve(part.getFileName() + ".tag");
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
        Optional<String> begun = Files.exists(partTag) ? Optional.of(Files.readString(partTag)) : Optional.empty();
        HttpRequest.Builder request = HttpRequest.newBuilder(new URI(address)).timeout(patience);
        // Without a sign that it is the same file still, the two halves might be of two editions.
        if (have > 0 && begun.isPresent()) {
            request.header("Range", "bytes=" + have + "-").header("If-Range", begun.get());
        } else if (Files.exists(whole) && Files.exists(tag)) {
            request.header("If-None-Match", Files.readString(tag));
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = new WatchedBody(response.body(), patience)) {
            switch (response.statusCode()) {
                case NOT_MODIFIED -> say(address + " has not changed since it was fetched");
                case OK -> {
                    Files.deleteIfExists(part);
                    remember(response);
                    begin(response, body);
                }
                case PARTIAL -> goOn(response, body, have, begun);
                case RANGE_NOT_SATISFIABLE -> throw startAgain("what was fetched before is no part of it");
                default -> throw refused(response);
            }
        }
    }

    private void begin(HttpResponse<?> response, InputStream body) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> finish(body, 0, response.headers().firstValueAsLong("Content-Length"));
            case "gzip", "x-gzip" -> {
                // Nobody asked for it; what comes later could not be put to what is unpacked.
                Files.deleteIfExists(partTag);
                finish(new GZIPInputStream(body), 0, OptionalLong.empty());
            }
            default ->
                throw new ImpossibleException(address + " answers in the encoding " + encoding
                        + ", which was not asked for. Fetch the file with another program, and give it as a file");
        }
    }

    /** Some servers do not say which part they send; then it is the one that was asked for. */
    private void goOn(HttpResponse<?> response, InputStream body, long have, Optional<String> begun)
            throws IOException {
        Optional<String> told = response.headers().firstValue("Content-Range");
        Optional<String> same = response.headers().firstValue("ETag");
        Matcher range = RANGE.matcher(told.orElse("bytes " + have + "-0/*"));
        if (have == 0
                || !range.matches()
                || Long.parseLong(range.group(1)) != have
                || same.isPresent() && !same.equals(begun)
                || response.headers().firstValue("Content-Encoding").isPresent()) {
            throw startAgain("the server sent another part than was asked for, or one of another edition");
        }
        say("going on from " + megabytes(have));
        OptionalLong rest = response.headers().firstValueAsLong("Content-Length");
        OptionalLong length = told.isPresent()
                ? OptionalLong.of(Long.parseLong(range.group(2)) + 1)
                : rest.isPresent() ? OptionalLong.of(have + rest.getAsLong()) : rest;
        finish(body, have, length);
    }

    private IOException startAgain(String why) throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(partTag);
        return new IOException(why);
    }

    private ImpossibleException refused(HttpResponse<?> response) {
        return new ImpossibleException(address + " answers with status " + response.statusCode()
                + response.headers()
                        .firstValue("Location")
                        .map(place -> ", and sends on to " + place + ", which is not followed from here")
                        .orElse(""));
    }

    /** Only a strong tag says that each byte is the same. */
    private void remember(HttpResponse<?> response) throws IOException {
        Optional<String> strong = response.headers().firstValue("ETag").filter(value -> !value.startsWith("W/"));
        if (strong.isPresent()) {
            Files.writeString(partTag, strong.get());
        } else {
            Files.deleteIfExists(partTag);
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
        // A tag never stands beside another edition than its own, wherever this ends.
        Files.deleteIfExists(tag);
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(partTag)) {
            Files.move(partTag, tag, StandardCopyOption.REPLACE_EXISTING);
        }
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
