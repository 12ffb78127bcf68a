package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.StartedOnce;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** A server that checks files up to a limit that tests can reach, and what is sent to it. */
final class LimitedServer {
    /** In bytes. */
    static final int LIMIT = 100_000;

    private static final String PREFIXES = """
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .
        """;

    static final String GOOD = PREFIXES + """
        network:rivers a urbis:Network ;
            skos:prefLabel "Rivers"@en ;
            dct:description "Cities on rivers."@en ;
            urbis:citation [ urbis:lines "3-5" ] .
        """;

    static final String BAD = GOOD.replace("skos:prefLabel", "skos:altLabel 7 ; urbis:webside");

    private static final StartedOnce<RunningServer> SERVER = new StartedOnce<>(data -> {
        Town.publish(data);
        return RunningServer.on(
                data, Map.of(Setting.FILE_BYTES, Integer.toString(LIMIT), Setting.REQUEST_BYTES, "20000"));
    });

    private LimitedServer() {}

    static RunningServer server() {
        return SERVER.running();
    }

    static HttpResponse<String> form(String path, String... parts) {
        return server().post(path, "multipart/form-data; boundary=\"limit\"", String.join("", parts) + "--limit--\r\n");
    }

    static String part(String name, String fileName, String type, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName.isEmpty() ? "" : "; " + fileName) + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + content + "\r\n";
    }

    static JsonObject json(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.parse(answer.body());
    }

    static JsonObject first(JsonObject report) {
        return report.get("findings").getAsArray().get(0).getAsObject();
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
