package org.w3id.urbis.endpoint.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.StartedOnce;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.submission.Tokens;

/** A server on a graph of one statement, with people who have tokens. */
final class Harbour implements AutoCloseable {
    static final String TURTLE = "text/turtle";
    static final String ACCEPT = "{\"decision\": \"accept\"}";
    static final String WITHDRAW = "{\"decision\": \"withdraw\", \"reason\": \"closed\"}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StartedOnce<Harbour> SHARED = new StartedOnce<>(Harbour::on);

    private final RunningServer server;
    private final Path data;
    private final String curator;
    private final String submitter;

    private Harbour(Path data, Map<Setting, String> settings) {
        this.data = data;
        Node graph = NodeFactory.createURI("https://w3id.org/urbis/graph/test/one");
        Quad one = Quad.create(graph, graph, RDFS.Nodes.comment, NodeFactory.createLiteralString("Something."));
        new Publication(data, 20, Clock.systemUTC()).publish(() -> Stream.of(one));
        this.curator = token("Clara", Role.CURATOR);
        this.submitter = token("Anna", Role.SUBMITTER);
        this.server = RunningServer.on(data, settings);
    }

    /** One for all tests whose submissions do not get in the way of others; it ends with the tests. */
    static Harbour shared() {
        return SHARED.running();
    }

    static Harbour on(Path data) {
        return on(data, Map.of());
    }

    static Harbour on(Path data, Map<Setting, String> settings) {
        return new Harbour(data, settings);
    }

    String token(String name, Role role) {
        Submissions submissions = new Submissions(data, Clock.systemUTC());
        return new Tokens(data, submissions)
                .add(name, role, Actor.ofThisProcess())
                .text();
    }

    RunningServer server() {
        return server;
    }

    Path data() {
        return data;
    }

    /** How many events are on record. */
    int events() {
        return new Submissions(data, Clock.systemUTC()).verify().size();
    }

    String curator() {
        return curator;
    }

    String submitter() {
        return submitter;
    }

    static String network(String key, String name) {
        return """
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix network: <https://w3id.org/urbis/id/network/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .

            network:%s a urbis:Network ;
                skos:prefLabel "%s"@en ;
                dct:description "Towns that share what flows."@en ;
                urbis:citation [ urbis:lines "6-8" ] .
            """.formatted(key, name);
    }

    HttpResponse<String> get(String path, String token) {
        return server.get(path, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> submit(String query, String text, String token) {
        return server.post("/submissions" + query, TURTLE, text, "Authorization", "Bearer " + token);
    }

    /** The address of a submission just made. */
    String submitted(String text, String token) {
        HttpResponse<String> response = submit("", text, token);
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> decide(String path, String verdict, String tag, String token) {
        return server.post(
                path + "/decision", "application/json", verdict, "Authorization", "Bearer " + token, "If-Match", tag);
    }

    HttpResponse<String> decide(String path, String verdict, String token) {
        return decide(path, verdict, tag(path, token), token);
    }

    String tag(String path, String token) {
        return get(path, token).headers().firstValue("ETag").orElseThrow();
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
