package org.w3id.urbis.endpoint.reconciliation;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * A version of the API. Both are served at the same addresses; only where an answer has two forms does it matter which one the
 * client speaks. It says so by the parameter {@code version} or by the media type it accepts, and gets 0.2 if it says nothing.
 */
enum ProtocolVersion {
    /** The final report of the community group. */
    FINAL("0.2"),
    /** The editor's draft of the next version. */
    DRAFT("1.0-draft");

    /** What a client of the draft may accept: a proposal of its editors, and what implementations of it do. */
    static final String DRAFT_MEDIA_TYPE = "application/reconciliation.v1+json";

    private final String id;

    ProtocolVersion(String id) {
        this.id = id;
    }

    /** As it stands in the manifest. */
    String id() {
        return id;
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(ProtocolVersion::id).toList();
    }

    /**
     * The version that a request speaks.
     *
     * @throws ProblemException if the parameter names none
     */
    static ProtocolVersion of(ServerRequest request, Parameters parameters) {
        Optional<String> named = parameters.one("version");
        if (named.isPresent()) {
            return Arrays.stream(values())
                    .filter(version -> version.id.equals(named.get()) || version.id.equals(named.get() + "-draft"))
                    .findFirst()
                    .orElseThrow(() -> Problem.parameter(
                                    "version", "The version is one of " + String.join(", ", ids()) + ".")
                            .exception());
        }
        String accept = Asking.header(request, HeaderNames.ACCEPT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\"]", "");
        return accept.contains(DRAFT_MEDIA_TYPE) || accept.matches(".*application/json;version=1\\.0.*")
                ? DRAFT
                : FINAL;
    }
}
