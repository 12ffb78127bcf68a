package org.w3id.urbis.endpoint.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.w3id.urbis.endpoint.validation.LimitedServer.BAD;
import static org.w3id.urbis.endpoint.validation.LimitedServer.GOOD;
import static org.w3id.urbis.endpoint.validation.LimitedServer.first;
import static org.w3id.urbis.endpoint.validation.LimitedServer.form;
import static org.w3id.urbis.endpoint.validation.LimitedServer.json;
import static org.w3id.urbis.endpoint.validation.LimitedServer.part;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Shapes that come with a file and are the only ones it is judged by. */
class SentShapesTest {
    @Test
    void judgesByShapesThatAreSentAndByNothingElse() {
        String shapes = """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            <http://e/S> a sh:NodeShape ; sh:targetClass urbis:Network ; sh:property <http://e/P> .
            <http://e/P> sh:path urbis:website ; sh:minCount 1 ; sh:message "Where is it?"@en .
            """;
        HttpResponse<String> answer = form(
                "/validate?format=json",
                part("data", "filename=\"my.ttl\"", "text/turtle", BAD),
                part("shapes", "filename=\"s.ttl\"", "text/turtle", shapes));
        JsonObject report = json(answer);
        assertEquals(1, report.get("findings").getAsArray().size(), answer.body());
        assertEquals("Where is it?", first(report).getString("message"));
        assertEquals("http://e/P", first(report).getString("shape"));
    }

    @Test
    void refusesShapesThatAreNoneAndSaysWhere() {
        HttpResponse<String> broken = form(
                "/validate",
                part("data", "", "", GOOD),
                part(
                        "shapes",
                        "filename=\"s.ttl\"",
                        "text/turtle",
                        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n[] sh:path"));
        assertEquals(422, broken.statusCode(), broken.body());
        JsonObject problem = JSON.parse(broken.body());
        assertEquals("https://w3id.org/urbis/problem/bad-shapes", problem.getString("type"));
        assertEquals("s.ttl", problem.getString("file"));
        assertEquals(2, problem.get("line").getAsNumber().value().intValue());

        HttpResponse<String> illFormed =
                form("/validate", part("data", "", "", GOOD), part("shapes", "filename=\"s.ttl\"", "text/turtle", """
                    @prefix sh: <http://www.w3.org/ns/shacl#> .
                    <http://e/S> a sh:NodeShape ; sh:targetClass <http://e/C> ;
                      sh:property <http://e/nowhere> .
                    """));
        assertEquals(422, illFormed.statusCode(), illFormed.body());
        assertEquals(
                3,
                JSON.parse(illFormed.body()).get("line").getAsNumber().value().intValue());
    }
}
