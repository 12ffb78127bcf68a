package org.w3id.urbis.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.config.Setting;

/** A real server on a free port, and a client for it. */
public final class RunningServer implements AutoCloseable {
    private final EndpointServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningServer(EndpointServer server) {
        this.server = server;
    }

    /** Starts a server on published data. */
    public static RunningServer on(Path data) {
        return on(data, Map.of());
    }

    /** Starts a server on published data with some settings. */
    public static RunningServer on(Path data, Map<Setting, String> settings) {
        Map<Setting, String> all = new EnumMap<>(Map.of(
                Setting.PORT,
                "0",
                Setting.HOST,
                "127.0.0.1",
                Setting.DATA,
                data.toString(),
                Setting.REVISION_POLL,
                "50"));
        all.putAll(settings);
        return new RunningServer(EndpointServer.start(EndpointConfig.read(all, Map.of(), Map.of())));
    }

    public EndpointServer server() {
        return server;
    }

    public String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    public String fuseki(String path) {
        return "http://127.0.0.1:" + server.fusekiPort() + path;
    }

    /** Gets a path of this server; headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(origin() + path, headers).GET());
    }

    /** Gets a path and leaves the body as it came, compressed or not. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(request(origin() + path, headers).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> head(String path, String... headers) {
        return send(request(origin() + path, headers).HEAD());
    }

    public HttpResponse<String> send(String method, String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = request(origin() + path, headers);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        return send("POST", path, contentType, body, headers);
    }

    /** Asks a query by GET. */
    public HttpResponse<String> query(String query, String... headers) {
        return get("/sparql?query=" + encode(query), headers);
    }

    /** Asks a query by a posted form and leaves the body to be read. */
    public HttpResponse<InputStream> stream(String address, String query, String accept) throws IOException {
        HttpRequest request = request(address, "Accept", accept, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + encode(query)))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public static HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder wanted, HttpResponse.BodyHandler<T> body) {
        HttpRequest request = wanted.build();
        try {
            return client.send(request, body);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " "
                            + request.headers().map(),
                    failed);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
