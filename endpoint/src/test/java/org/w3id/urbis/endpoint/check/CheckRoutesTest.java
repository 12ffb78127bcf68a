package org.w3id.urbis.endpoint.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** The page of a check as a browser without scripts sees it. */
class CheckRoutesTest {
    private static final String BROKEN = """
        @prefix network: <https://w3id.org/urbis/id/network/> .

        network:rivers a urbis:Network ;
            urbis:theme "<script>alert(1)</script>" .
        """;

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                    .append(fields[i])
                    .append(fields[i].equals("file") ? "\"; filename=\"rivers.unknown" : "")
                    .append("\"\r\n\r\n")
                    .append(fields[i + 1])
                    .append("\r\n");
        }
        return server.post("/validate/page", "multipart/form-data; boundary=edge", body + "--edge--\r\n");
    }

    @Test
    void thePageIsThereForReadersAndTheAddressForPrograms() {
        HttpResponse<String> page = server.get("/validate", "Accept-Language", "ar");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<html lang=\"ar\" dir=\"rtl\">"), page.body());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("script-src 'self';") && !policy.contains("unsafe"), policy);
        assertEquals(200, server.head("/validate").statusCode());
        HttpResponse<String> options = server.send("OPTIONS", "/validate", "", "");
        assertEquals(
                "GET, HEAD, POST, OPTIONS",
                options.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void everyFaultIsMarkedAtItsLineAndWhatWasSentIsNeverObeyed() {
        HttpResponse<String> page = post("data", BROKEN.replace("\n", "\r\n"), "type", "auto", "lang", "en");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<a class=\"place\" href=\"#line-3\">line 3, column 18</a>"), page.body());
        assertTrue(page.body().contains("<mark>urbis:Network</mark>"), page.body());
        assertTrue(page.body().contains("&lt;script&gt;"), page.body());
        assertFalse(page.body().contains("<script>alert"), page.body());
    }

    @Test
    void aFixIsMadeByAskingForIt() {
        Matcher fix = Pattern.compile("name=\"apply\" value=\"([0-9][^\"]*)\"")
                .matcher(post("data", BROKEN, "type", "auto").body());
        assertTrue(fix.find());
        String mended =
                post("data", BROKEN, "type", "auto", "apply", fix.group(1)).body();
        assertTrue(mended.contains("@prefix urbis: &lt;https://w3id.org/urbis/ontology#&gt; ."), mended);
        assertFalse(mended.contains(fix.group(1)), "the same fix is not offered again");
        String other = post("data", BROKEN, "type", "auto", "apply", "9-9-9").body();
        assertTrue(other.contains(fix.group(1)), "a fix of another text changes nothing");
    }

    @Test
    void aFileIsToldByItsTextAndComesBackAsItWas() {
        String lines =
                "<https://w3id.org/urbis/id/city/a> <http://www.w3.org/2004/02/skos/core#prefLabel> \"A\"@en .\n";
        HttpResponse<String> back = post("file", lines, "data", BROKEN, "type", "auto", "download", "1");
        assertEquals(lines, back.body());
        assertEquals(
                "application/n-triples",
                back.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "attachment; filename*=UTF-8''rivers.unknown",
                back.headers().firstValue("Content-Disposition").orElseThrow());
    }
}
