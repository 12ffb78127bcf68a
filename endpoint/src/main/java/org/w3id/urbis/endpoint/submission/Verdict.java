package org.w3id.urbis.endpoint.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * What somebody wants to be decided, as the body of a request says it: JSON, or a form.
 *
 * @param decision what is to be done
 * @param reason   why; blank if they do not say
 */
record Verdict(Decision decision, String reason) {
    static final String JSON_TYPE = "application/json";
    static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final int LONGEST_REASON = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What can be decided. */
    enum Decision {
        /** Take it into the graph. */
        ACCEPT,
        /** Refuse it, or the request to withdraw it. */
        REJECT,
        /** Take it back, out of the graph. */
        WITHDRAW;

        static List<String> names() {
            return Arrays.stream(values())
                    .map(decision -> decision.name().toLowerCase(Locale.ROOT))
                    .toList();
        }

        private static Optional<Decision> of(String name) {
            return names().contains(name) ? Optional.of(valueOf(name.toUpperCase(Locale.ROOT))) : Optional.empty();
        }
    }

    /**
     * Reads the body.
     *
     * @throws ProblemException if it is of another type, or says no decision
     */
    static Verdict of(ServerRequest request) {
        String type = Asking.bodyType(request);
        return switch (type) {
            case JSON_TYPE -> json(body(request));
            case FORM_TYPE -> {
                Parameters form = Parameters.of(body(request));
                yield of(form.one("decision").orElse(""), form.one("reason").orElse(""));
            }
            default ->
                throw Problem.of(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "A decision is sent as application/json, such as {\"decision\": \"accept\", \"reason\":"
                                        + " \"…\"}.")
                        .with("available", List.of(JSON_TYPE, FORM_TYPE))
                        .exception();
        };
    }

    private static String body(ServerRequest request) {
        return Parameters.strictUtf8(request.content().as(byte[].class));
    }

    private static Verdict json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return of(json.path("decision").asText(""), json.path("reason").asText(""));
        } catch (JsonProcessingException e) {
            throw Problem.of(ProblemType.BAD_REQUEST, "The body is no JSON: " + e.getOriginalMessage())
                    .with("line", e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                    .with(
                            "column",
                            e.getLocation() == null ? 1 : e.getLocation().getColumnNr())
                    .exception(e);
        }
    }

    private static Verdict of(String decision, String reason) {
        Decision wanted = Decision.of(decision).orElseThrow(() -> Problem.parameter(
                        "decision", "The decision is one of " + String.join(", ", Decision.names()) + ".")
                .exception());
        if (wanted == Decision.REJECT && reason.isBlank()) {
            throw Problem.parameter("reason", "Say why: who sent the file reads it.")
                    .exception();
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.parameter("reason", "The reason may have " + LONGEST_REASON + " characters at most.")
                    .exception();
        }
        return new Verdict(wanted, reason);
    }
}
