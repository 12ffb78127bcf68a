package org.w3id.urbis.endpoint.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.endpoint.negotiation.Languages;

/** Pages that are not of a thing speak the reader's language too, and lead to themselves in the others. */
class SpokenPagesTest {
    private static final RunningServer SERVER = ShippedServer.running();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api           | list.collections
        /api/networks  | list.narrow
        /openapi       | api.parameters
        /sparql        | sparql.title
        /queries       | questions.about
        /feed          | feed.follow
        /dumps         | dumps.about
        /dumps/1       | dumps.sums
        /federation    | federation.about
        /revisions     | revision.about
        /revisions/1   | revision.isCurrent
        /.well-known/void | void.overview
        /ontology      | documentation.subject.network
        /shapes        | documentation.demand.violation
        /documentation | documentation.part.sources.about
        /documentation/tutorial | documentation.tutorial.own
        /documentation/recipes  | documentation.recipe.openrefine
        /documentation/sources  | documentation.source.graphs
        /documentation/answers  | documentation.answers.about
        /documentation/answers/person | documentation.answer.whole
        """)
    void aPageSpeaksTheReadersLanguage(String path, String key) {
        for (String lang : Languages.OFFERED) {
            HttpResponse<String> page = SERVER.get(path, "Accept", "text/html", "Accept-Language", lang);
            assertEquals(200, page.statusCode());
            assertEquals(lang, page.headers().firstValue("Content-Language").orElse(""));
            assertTrue(page.headers().firstValue("Vary").orElse("").contains("Accept-Language"), path);
            Words words = Words.of(lang);
            assertTrue(page.body().contains("<html lang=\"" + lang + "\" dir=\"" + words.dir() + "\">"), path);
            assertTrue(page.body().contains(words.get(key)), () -> path + " does not say " + words.get(key));
            for (String other : Languages.OFFERED) {
                assertTrue(page.body().contains("lang=" + other + "\""), () -> path + " does not lead to " + other);
            }
        }
    }
}
