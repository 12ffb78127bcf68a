package org.w3id.urbis.endpoint.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

class PreferencesTest {
    private static final RunningServer SERVER = ShippedServer.running();

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        handling=lenient                      | 200 | handling=lenient
        respond-async, Handling="lenient";x=1 | 200 | handling=lenient
        handling=strict                       | 400 | handling=strict
        handling=strict, handling=lenient     | 400 | handling=strict
        respond-async, wait=10                | 400 | ''
        """)
    void parametersThatNobodyKnowsArePassedOverIfTheClientWantsThat(String prefer, int status, String applied) {
        for (String path : new String[] {"/api/networks?colour=red", "/queries/network/member-counts?colour=red"}) {
            HttpResponse<String> answer = SERVER.get(path, "Prefer", prefer, "Accept", "application/json");
            assertEquals(status, answer.statusCode(), answer::body);
            assertEquals(applied == null ? "" : applied, header(answer, "Preference-Applied"));
            assertEquals(status == 200, header(answer, "Vary").contains("Prefer"), header(answer, "Vary"));
        }
    }

    @Test
    void whatIsPassedOverIsInNoLink() {
        HttpResponse<String> answer =
                SERVER.get("/api/networks?colour=red&limit=2", "Prefer", "handling=lenient", "Accept", "text/csv");
        assertTrue(header(answer, "Link").contains("limit=2"), header(answer, "Link"));
        assertTrue(
                header(answer, "Link")
                        .lines()
                        .noneMatch(line -> line.contains("cursor") && line.contains("colour=red&cursor")),
                header(answer, "Link"));
    }
}
