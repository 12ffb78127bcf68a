package org.w3id.urbis.endpoint.federation;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/** Says why a connection failed, in sentences of ours that there are in all languages, and not in those of the platform. */
final class ConnectionTrouble {
    private ConnectionTrouble() {}

    /** What happened, as the end of a sentence that begins with the endpoint. */
    static String words(IOException broken) {
        return switch (broken) {
            case SSLException insecure -> certificate(insecure);
            case ConnectException refused -> "cannot be reached: it refuses the connection.";
            case NoRouteToHostException cutOff -> "cannot be reached: no way leads there.";
            case SocketTimeoutException slow -> "cannot be reached: no connection came about in time.";
            case SocketException reset -> "broke the connection off.";
            case ZipException damaged -> "sent a compressed answer that is damaged.";
            // The platform's own, when what is compressed ends too early.
            case EOFException end
            when String.valueOf(end.getMessage()).startsWith("Unexpected end") ->
                "broke off before its answer was whole.";
            case EOFException end -> end.getMessage() + ".";
            default ->
                (broken.getClass() == IOException.class ? "" : "cannot be reached: ") + broken.getMessage() + ".";
        };
    }

    private static String certificate(SSLException insecure) {
        if (isCausedBy(insecure, CertificateExpiredException.class::isInstance)) {
            return "has a certificate that has expired.";
        }
        if (isCausedBy(insecure, CertificateNotYetValidException.class::isInstance)) {
            return "has a certificate that is not valid yet.";
        }
        if (isCausedBy(insecure, CertPathBuilderException.class::isInstance)) {
            return "has a certificate that nobody who is trusted here has issued. The operator can trust its issuer by"
                    + " the key trust in federation.properties.";
        }
        if (isCausedBy(insecure, ConnectionTrouble::speaksOfTheName)) {
            return "has a certificate that was issued for another name.";
        }
        return "cannot be asked: the secure connection failed.";
    }

    /** The platform has no class of its own for that. */
    private static boolean speaksOfTheName(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        return said.startsWith("No subject alternative") || said.startsWith("No name matching");
    }

    private static boolean isCausedBy(Throwable failure, Predicate<Throwable> fits) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(fits);
    }
}
