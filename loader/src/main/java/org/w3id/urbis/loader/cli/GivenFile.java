package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.w3id.urbis.loader.source.SourceFile;

/**
 * A file that the user names by path or address. What has an address is fetched, once, into a temporary file: the one
 * occasion on which a load opens a connection.
 */
final class GivenFile implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SourceFile file;
    private final Path temporary;

    private GivenFile(SourceFile file, Path temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    /**
     * Finds or fetches a file.
     *
     * @throws ImpossibleException if there is none, or it cannot be fetched
     */
    static GivenFile of(String pathOrAddress) {
        String lower = pathOrAddress.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return fetch(pathOrAddress);
        }
        Path path = Path.of(pathOrAddress);
        if (!Files.isRegularFile(path)) {
            throw new ImpossibleException("There is no file " + pathOrAddress);
        }
        return new GivenFile(SourceFile.at(path), null);
    }

    SourceFile file() {
        return file;
    }

    private static GivenFile fetch(String address) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build()) {
            Path temporary = Files.createTempFile("urbis-", ".download");
            HttpResponse<Path> response = client.send(
                    HttpRequest.newBuilder(new URI(address)).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofFile(temporary));
            if (response.statusCode() != 200) {
                Files.delete(temporary);
                throw new ImpossibleException(address + " answers with status " + response.statusCode());
            }
            return new GivenFile(SourceFile.fetched(temporary, address), temporary);
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            throw new ImpossibleException("Cannot fetch " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImpossibleException("Fetching " + address + " was interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }
}
