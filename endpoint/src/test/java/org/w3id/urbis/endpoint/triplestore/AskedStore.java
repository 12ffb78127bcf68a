package org.w3id.urbis.endpoint.triplestore;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A store with somebody before it who notes what it is asked about things that are named. */
final class AskedStore implements AutoCloseable {
    private final ForeignStore store;
    private final HttpServer before;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    AskedStore(ForeignStore store) throws IOException {
        this.store = store;
        this.before = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        before.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        before.createContext("/", exchange -> {
            byte[] form = exchange.getRequestBody().readAllBytes();
            String query = URLDecoder.decode(new String(form, StandardCharsets.US_ASCII), StandardCharsets.UTF_8);
            if (query.contains("VALUES")) {
                asked.add(query);
            }
            HttpResponse<String> told = Passing.on(store.queries(), form);
            byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(told.statusCode(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        before.start();
    }

    /** The address of the query endpoint. */
    String address() {
        return "http://127.0.0.1:" + before.getAddress().getPort() + "/sparql";
    }

    /** What it was asked about things that are named since this was last called. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public void close() {
        before.stop(0);
        store.close();
    }
}
