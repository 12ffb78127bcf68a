package org.w3id.urbis.endpoint.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.problem.ProblemException;

class MultipartFormTest {

    private static final String FORM = """
        A preamble that nobody reads.
        --limit
        Content-Disposition: form-data; name="lang"

        fr
        --limit
        content-type: text/turtle; charset=utf-8
        CONTENT-DISPOSITION: form-data; name="data"; filename="a \\"b\\"; c.ttl"

        :a :b "--limit" .

        --limit
        Content-Disposition: form-data; name=empty; filename=""


        --limit--
        An epilogue.
        """.replace("\n", "\r\n");

    @Test
    void takesAFormApart() {
        List<MultipartForm.Part> parts = MultipartForm.parts(bytes(FORM), "limit");
        assertEquals(3, parts.size());
        assertEquals("lang", parts.get(0).name());
        assertEquals(Optional.empty(), parts.get(0).fileName());
        assertEquals("fr", text(parts.get(0)));
        assertEquals(Optional.of("a \"b\"; c.ttl"), parts.get(1).fileName());
        assertEquals("text/turtle; charset=utf-8", parts.get(1).contentType());
        assertEquals(":a :b \"--limit\" .\r\n", text(parts.get(1)));
        assertEquals(0, parts.get(2).content().length);
    }

    @Test
    void readsAFormWithoutPartsAndWithoutPreamble() {
        assertEquals(List.of(), MultipartForm.parts(bytes("--limit--\r\n"), "limit"));
        assertEquals(
                "x",
                text(MultipartForm.parts(
                                bytes("--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--limit--"),
                                "limit")
                        .getFirst()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no boundary at all",
                "--limit",
                "--limit\r\n",
                "--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
                "--limit\r\nContent-Disposition: form-data; name=\"a\"\r\nx\r\n--limit--",
                "--limit\r\nContent-Type: text/plain\r\n\r\nx\r\n--limit--",
                "--limit\r\n\r\nx\r\n--limit--"
            })
    void refusesWhatIsNoForm(String body) {
        assertThrows(ProblemException.class, () -> MultipartForm.parts(bytes(body), "limit"));
    }

    @Test
    void refusesEndlessParts() {
        String part = "--limit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
        assertThrows(ProblemException.class, () -> MultipartForm.parts(bytes(part.repeat(101) + "--limit--"), "limit"));
    }

    @ParameterizedTest
    @CsvSource({
        "c40.ttl, c40.ttl",
        "C:\\fakepath\\c40.ttl, c40.ttl",
        "../../etc/c40.ttl, c40.ttl",
        "a%0D%0Ab.ttl, a__b.ttl",
        "a%22b.ttl, 'a\"b.ttl'"
    })
    void keepsOfAFileNameItsLastStepAndNothingThatCouldDoHarm(String sent, String kept) {
        assertEquals(Optional.of(kept), SentFile.plainName(sent));
    }

    @Test
    void keepsNoControlCharacters() {
        assertEquals(Optional.of("a__b_.ttl"), SentFile.plainName("a\r\nb\u202E.ttl"));
        assertEquals(Optional.empty(), SentFile.plainName(".."));
        assertEquals(Optional.empty(), SentFile.plainName("folder/"));
        assertEquals(
                120, SentFile.plainName("x".repeat(500) + ".ttl").orElseThrow().length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(MultipartForm.Part part) {
        return new String(part.content(), StandardCharsets.UTF_8);
    }
}
