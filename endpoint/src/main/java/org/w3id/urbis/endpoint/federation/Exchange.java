package org.w3id.urbis.endpoint.federation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.w3id.urbis.endpoint.trust.Certificates;

/**
 * One question to one endpoint, by the SPARQL 1.1 Protocol over a connection of its own.
 *
 * <p>It is written on plain sockets because three things are needed together that the clients at hand do not offer: the
 * connection goes to the address that was checked, with TLS for the name; another thread can end it at any moment,
 * wherever it is; and nothing that the other side says about lengths is believed before the bytes are there.
 */
final class Exchange {
    /** A longer question is posted: its address might be too long for what stands between, and is not worth keeping. */
    private static final int LONGEST_QUESTION = 2_000;

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int BUFFER = 16 << 10;
    private static final String ACCEPT = "application/sparql-results+json";

    private final URI address;
    private final Reach reach;
    private final SSLSocketFactory secured;
    private final int mostBytes;
    private volatile Socket socket;
    private volatile boolean ended;

    /**
     * Prepares.
     *
     * @param address   of the endpoint
     * @param reach     where a connection may go
     * @param secured   makes secure connections, to whoever shows a certificate that is trusted
     * @param mostBytes most bytes of the answer
     */
    Exchange(URI address, Reach reach, SSLSocketFactory secured, int mostBytes) {
        this.address = address;
        this.reach = reach;
        this.secured = secured;
        this.mostBytes = mostBytes;
    }

    /**
     * What came back.
     *
     * @param head status and headers
     * @param body the body, whole; empty unless the status is 200
     */
    record Reply(AnswerHead head, byte[] body) {}

    /** Whether a question is asked by GET, so that its answer can be known by a tag. */
    static boolean isShort(String query) {
        return query.length() <= LONGEST_QUESTION;
    }

    /**
     * Asks and waits for all of the answer.
     *
     * @param query      a SELECT query
     * @param conditions headers that make it conditional, each with its line end; empty for none
     * @throws IOException if no connection may or can be made, or what comes back is not HTTP or not whole
     */
    Reply ask(String query, String conditions) throws IOException {
        boolean isTls = address.getScheme().equals("https");
        int port = address.getPort() >= 0 ? address.getPort() : isTls ? 443 : 80;
        try (Socket plain = new Socket()) {
            hold(plain);
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(reach.of(address.getHost()), port), (int) CONNECTING.toMillis());
            Socket connected = isTls ? encrypted(plain, port) : plain;
            send(connected.getOutputStream(), query, conditions);
            InputStream in = new BufferedInputStream(connected.getInputStream(), BUFFER);
            AnswerHead head = AnswerHead.read(in);
            return new Reply(head, head.status() == 200 ? AnswerBody.read(in, head, mostBytes) : new byte[0]);
        }
    }

    /** Ends it from another thread: whoever waits for the other side gets an exception. */
    void end() {
        ended = true;
        Socket held = socket;
        if (held != null) {
            try {
                held.close();
            } catch (IOException alreadyGone) {
                // It is closed either way.
            }
        }
    }

    private void hold(Socket plain) throws IOException {
        socket = plain;
        if (ended) {
            throw new IOException("was no longer wanted");
        }
    }

    private Socket encrypted(Socket plain, int port) throws IOException {
        SSLSocket encrypted = (SSLSocket) secured.createSocket(plain, address.getHost(), port, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        Certificates.refuseOutdated(encrypted.getSession());
        return encrypted;
    }

    private void send(OutputStream out, String query, String conditions) throws IOException {
        String asked = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String search = Optional.ofNullable(address.getRawQuery()).orElse("");
        String common = "Host: " + address.getRawAuthority() + "\r\nAccept: " + ACCEPT
                + "\r\nAccept-Encoding: gzip\r\nUser-Agent: Urbis (+https://w3id.org/urbis/)\r\nConnection: close\r\n";
        String request;
        if (isShort(query)) {
            request = "GET " + path + "?" + (search.isEmpty() ? "" : search + "&") + asked + " HTTP/1.1\r\n" + common
                    + conditions + "\r\n";
        } else {
            request = "POST " + path + (search.isEmpty() ? "" : "?" + search) + " HTTP/1.1\r\n" + common
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + asked.length()
                    + "\r\n\r\n"
                    + asked;
        }
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
