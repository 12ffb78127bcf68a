package org.w3id.urbis.endpoint.triplestore;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** What is told when the store does not answer as it should. The address of the store is the operator's and is not told. */
final class StoreProblems {
    private StoreProblems() {}

    static ProblemException slow(Throwable cause) {
        return Problem.of(ProblemType.STORE_SLOW, ProblemDetail.STORE_SLOW).exception(cause);
    }

    static ProblemException busy() {
        return Problem.of(ProblemType.STORE_AWAY, ProblemDetail.STORE_BUSY).exception();
    }

    static ProblemException changed() {
        return Problem.of(ProblemType.STORE_AWAY, ProblemDetail.STORE_CHANGED).exception();
    }

    static ProblemException unusable(String reason, Throwable cause) {
        return Problem.of(ProblemType.STORE_FAILED, ProblemDetail.STORE_UNUSABLE, reason)
                .exception(cause);
    }

    /** What an exception on the way to the store and back means. */
    static ProblemException of(Throwable cause) {
        return switch (cause) {
            case ProblemException told -> told;
            case ConnectException refused -> away(cause);
            case HttpConnectTimeoutException unheard -> away(cause);
            case UnknownHostException unknown -> away(cause);
            case UnresolvedAddressException unknown -> away(cause);
            case IOException insecure
            when isOfTheSecureConnection(insecure) ->
                Problem.of(ProblemType.STORE_FAILED, ProblemDetail.STORE_UNTRUSTED)
                        .exception(cause);
            case IOException broken when broken.getCause() instanceof ConnectException -> away(cause);
            default -> unusable("-", cause);
        };
    }

    /** What a status other than 200 means. */
    static ProblemException status(int status) {
        return switch (status) {
            case 400 ->
                Problem.of(ProblemType.STORE_FAILED, ProblemDetail.STORE_PUZZLED)
                        .exception();
            case 401, 403 ->
                Problem.of(ProblemType.STORE_FAILED, ProblemDetail.STORE_FORBIDDEN)
                        .exception();
            case 408, 504 -> slow(null);
            case 429, 503 -> busy();
            default -> unusable(Integer.toString(status), null);
        };
    }

    private static boolean isOfTheSecureConnection(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SSLException.class::isInstance);
    }

    private static ProblemException away(Throwable cause) {
        return Problem.of(ProblemType.STORE_AWAY, ProblemDetail.STORE_AWAY).exception(cause);
    }
}
