package org.w3id.urbis.endpoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.ServingProcess;

/** The command as an operator meets it: a process of its own, an empty data directory, one line, and a clean end. */
class ServeProcessTest {
    private static final Pattern READY = Pattern.compile(
            "Urbis is ready at http://localhost:([0-9]+)/ with revision 1 of [0-9,]+ quads after [0-9.]+ seconds\\.");

    @TempDir
    private Path data;

    @Test
    void theFirstStartLoadsWhatShipsAndServesIt() throws IOException, InterruptedException {
        Process process = ServingProcess.on(data, "1g").start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            Matcher ready = READY.matcher(String.valueOf(line));
            assertTrue(ready.matches(), line + "\n" + Files.readString(data.resolve("err")));
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + ready.group(1) + "/id/network/c40.ttl"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
            assertTrue(response.body().contains("C40 Cities"), response.body());
        } finally {
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
        String told = Files.readString(data.resolve("err"));
        assertFalse(told.contains("Exception"), told);
        assertTrue(told.contains("city-networks-directory-2021"), told);
        assertTrue(told.contains(" more sources are known whose files do not ship"), told);
        assertFalse(told.contains("undrr-hazards"), "a source that is not there has no row: " + told);
        if (Files.exists(data.resolve("serving"))) {
            try (Stream<Path> left = Files.list(data.resolve("serving"))) {
                assertEquals(0, left.count(), "the server has closed its files");
            }
        }
    }
}
