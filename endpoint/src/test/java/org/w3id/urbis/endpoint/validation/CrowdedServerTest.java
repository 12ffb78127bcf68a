package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.ServingProcess;
import org.w3id.urbis.endpoint.Town;

/**
 * More is sent at once than the server's memory holds: with the heap that it ships with, each client gets an answer or is
 * asked to come again, and the process stays small and goes on.
 */
class CrowdedServerTest {
    private static final Pattern HEAP = Pattern.compile("serve\\) heap=([0-9]+m)");
    private static final Pattern READY = Pattern.compile("http://localhost:([0-9]+)/");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");
    private static final int CLIENTS = 8;
    private static final int BYTES = 8 << 20;
    /** As docs/submissions.md promises. */
    private static final int MOST_RESIDENT_MIB = 512;

    @TempDir
    private Path data;

    @Test
    void eightClientsWithTheLargestFilesGetAnAnswerEach() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/status")), "this system does not tell what a process holds");
        Town.publish(data);
        Process server = start();
        try (BufferedReader out = server.inputReader();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            String line = String.valueOf(out.readLine());
            Matcher ready = READY.matcher(line);
            assertTrue(ready.find(), () -> line + "\n" + told());
            String origin = "http://127.0.0.1:" + ready.group(1);
            byte[] file = file();
            List<HttpResponse<String>> answers = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> client.sendAsync(
                            post(origin + (i % 2 == 0 ? "/validate" : "/submissions?dry-run"), file),
                            HttpResponse.BodyHandlers.ofString()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            answers.forEach(CrowdedServerTest::assertAnswerOrLater);
            assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == 200), answers::toString);
            byte[] small = "<urn:a> <urn:b> 1 .".getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    200,
                    client.send(post(origin + "/validate", small), HttpResponse.BodyHandlers.ofString())
                            .statusCode());
            long resident = residentMib(server);
            assertTrue(resident < MOST_RESIDENT_MIB, () -> resident + " MiB");
            assertTrue(server.isAlive());
        } finally {
            server.destroy();
            assertTrue(server.waitFor(60, TimeUnit.SECONDS));
        }
    }

    private static void assertAnswerOrLater(HttpResponse<String> answer) {
        boolean isLater = answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        assertTrue(
                answer.statusCode() == 200 || isLater,
                () -> answer + " " + answer.headers().map() + answer.body());
    }

    private Process start() throws IOException {
        Matcher heap = HEAP.matcher(Files.readString(Path.of("../urbis")));
        assertTrue(heap.find());
        ProcessBuilder builder = ServingProcess.on(data, heap.group(1));
        // A machine that does much else takes long over a check, and this is not about time.
        builder.environment().put("URBIS_VALIDATION_TIMEOUT", "600");
        return builder.start();
    }

    /** As many statements as fit, each about another thing and with a fault. */
    private static byte[] file() {
        StringBuilder text = new StringBuilder("PREFIX : <https://w3id.org/urbis/ontology#>\n");
        for (int i = 0; text.length() < BYTES - 100; i++) {
            text.append(":").append(i).append(" :is 1 .\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static HttpRequest post(String address, byte[] body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "text/turtle")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static long residentMib(Process process) throws IOException {
        Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        assertTrue(peak.find());
        return Long.parseLong(peak.group(1)) >> 10;
    }

    private String told() {
        try {
            return Files.readString(data.resolve("err"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
