package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.submission.SubmissionState;

/** The submissions of a server. */
final class RemoteSubmissions implements SubmissionPlace, AutoCloseable {

    /** A decision is published before it is answered. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int NOT_VALID = 422;

    private final String origin;
    private final Optional<String> token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    /**
     * Speaks with a server.
     *
     * @throws ImpossibleException if that is no address of one
     */
    RemoteSubmissions(String address, Optional<String> token) {
        if (!address.matches("https?://[^?#\\s]+")) {
            throw new ImpossibleException("--to needs the address of a server, such as https://urbis.example");
        }
        this.origin = address.replaceAll("/+$", "");
        this.token = token;
    }

    @Override
    public Outcome submit(Path file, Optional<String> corrects) {
        Arrival arrival = LocalSubmissions.arrival(file, corrects);
        HttpResponse<byte[]> response = send(arrival, request("/submissions" + query(arrival)));
        if (response.statusCode() == NOT_VALID) {
            return new Outcome(
                    Optional.empty(), RemoteReport.text(problem(response).getObj("report")), true);
        }
        return new Outcome(Optional.of(ShownSubmission.of(json(expecting(response, 200, 201)))), "", false);
    }

    @Override
    public Outcome tryOut(Path file, Optional<String> corrects, Duration patience) {
        Arrival arrival = LocalSubmissions.arrival(file, corrects);
        String path = "/submissions" + query(arrival) + "&dry-run&format=";
        JsonObject judged = json(expecting(send(arrival, waiting(path + "json", Duration.ZERO)), 200));
        String told = text(expecting(send(arrival, waiting(path + "txt", patience)), 200));
        return new Outcome(Optional.empty(), told, !judged.getBoolean("acceptable"));
    }

    private static String query(Arrival arrival) {
        return "?name=" + encoded(arrival.fileName())
                + arrival.corrects().map(id -> "&corrects=" + encoded(id)).orElse("");
    }

    private HttpRequest.Builder waiting(String path, Duration patience) {
        return request(path).header("Prefer", "wait=" + patience.toSeconds());
    }

    private HttpResponse<byte[]> send(Arrival arrival, HttpRequest.Builder request) {
        return send(request.header("Content-Type", arrival.mediaType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(arrival.content())));
    }

    @Override
    public List<ShownSubmission> list(Optional<SubmissionState> state) {
        List<ShownSubmission> all = new ArrayList<>();
        String next = "/submissions?limit=200"
                + state.map(wanted -> "&state=" + wanted.key()).orElse("");
        while (!next.isEmpty()) {
            JsonObject page = json(expecting(send(request(next).GET()), 200));
            page.getArray("submissions")
                    .map(JsonValue::getAsObject)
                    .map(ShownSubmission::of)
                    .forEach(all::add);
            next = page.hasKey("next") ? page.getString("next") : "";
        }
        return all;
    }

    @Override
    public ShownSubmission show(String id) {
        return ShownSubmission.of(json(seen(id)));
    }

    private HttpResponse<byte[]> seen(String id) {
        return expecting(send(request(path(id)).GET()), 200);
    }

    @Override
    public byte[] file(String id) {
        return expecting(send(request(path(id) + "/file").GET()), 200).body();
    }

    @Override
    public String preview(String id, Duration patience) {
        return text(expecting(
                send(waiting(path(id) + "/preview?format=txt", patience).GET()), 200));
    }

    @Override
    public Outcome decide(Decision decision, String id, String reason) {
        String tag = seen(id).headers()
                .firstValue("ETag")
                .orElseThrow(() -> new ImpossibleException(origin + " does not tell the state of " + id));
        JsonObject verdict = new JsonObject();
        verdict.put("decision", decision.name().toLowerCase(Locale.ROOT));
        verdict.put("reason", reason);
        HttpResponse<byte[]> response = send(request(path(id) + "/decision")
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .POST(HttpRequest.BodyPublishers.ofString(verdict.toString())));
        if (response.statusCode() == NOT_VALID) {
            return new Outcome(
                    Optional.of(show(id)), RemoteReport.text(problem(response).getObj("report")), true);
        }
        return new Outcome(Optional.of(ShownSubmission.of(json(expecting(response, 200, 202)))), "", false);
    }

    private static String path(String id) {
        return "/submissions/" + encoded(id);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ImpossibleException("Cannot reach " + origin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImpossibleException("Speaking with " + origin + " was interrupted", e);
        }
    }

    /** Passes an answer of one of these statuses; of any other, tells what the server says of it. */
    private HttpResponse<byte[]> expecting(HttpResponse<byte[]> response, int... statuses) {
        for (int status : statuses) {
            if (response.statusCode() == status) {
                return response;
            }
        }
        JsonObject problem = problem(response);
        throw new ImpossibleException(origin + ": "
                + (problem.hasKey("detail")
                        ? problem.getString("title") + ". " + problem.getString("detail")
                        : "status " + response.statusCode()));
    }

    private static JsonObject problem(HttpResponse<byte[]> response) {
        boolean told = response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        return told ? JSON.parse(text(response)) : new JsonObject();
    }

    private JsonObject json(HttpResponse<byte[]> response) {
        try {
            return JSON.parse(text(response));
        } catch (JsonException e) {
            throw new ImpossibleException(origin + " is no server of Urbis", e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        client.close();
    }
}
