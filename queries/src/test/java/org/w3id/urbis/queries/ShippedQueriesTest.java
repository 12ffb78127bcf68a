package org.w3id.urbis.queries;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.sse.SSE;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * Each question that ships, on the tiny world. Run with {@code -Durbis.write-missing-answers=true} to have missing
 * expected answers written beside the questions, to be reviewed before they are committed.
 */
class ShippedQueriesTest {

    private static final int FEWEST_QUERIES = 40;
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*");
    private static final Pattern TERM = Pattern.compile("https://w3id\\.org/urbis/ontology#([A-Za-z0-9_-]+)");
    private static final boolean WRITE_MISSING = Boolean.getBoolean("urbis.write-missing-answers");

    private static DatasetGraph world;
    private static Set<String> declared;

    @BeforeAll
    static void readWorld() throws IOException {
        world = World.read();
        ResourceFolder ontology = ResourceFolder.onClasspath("urbis/ontology");
        Pattern declaration = Pattern.compile("(?m)^urbis:([A-Za-z0-9_-]+) a ");
        declared = new TreeSet<>();
        for (String file : ontology.names(".ttl")) {
            Matcher matcher = declaration.matcher(ontology.text(file));
            while (matcher.find()) {
                declared.add(matcher.group(1));
            }
        }
        assertFalse(declared.isEmpty());
    }

    static Stream<CatalogueQuery> queries() {
        return QueryCatalogue.shipped().queries().stream();
    }

    /**
     * Those that the graph answers by itself; the others are asked in the endpoint's tests, with others beside it, and in the
     * loader's, with what finds places and names.
     */
    static Stream<CatalogueQuery> own() {
        return queries().filter(query -> !query.isFederated() && !query.isExtended());
    }

    @Test
    void thereAreMany() {
        assertTrue(
                queries().count() >= FEWEST_QUERIES, () -> "only " + queries().count());
        assertEquals(
                "network/co-membership",
                QueryCatalogue.shipped().find("co-membership").orElseThrow().name());
        assertTrue(QueryCatalogue.shipped().find("no-such-question").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void itsHeaderReadsWell(CatalogueQuery query) {
        assertTrue(NAME.matcher(query.name()).matches(), query.name());
        assertTrue(query.question().endsWith("?") || query.question().endsWith("."), query.question());
        assertFalse(query.summary().endsWith("."), query.summary());
        assertEquals(Set.copyOf(query.tags()).size(), query.tags().size(), () -> "a tag twice: " + query.tags());
        for (Parameter parameter : query.parameters()) {
            assertFalse(parameter.description().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void anotherEngineReadsItToo(CatalogueQuery query) {
        assertDoesNotThrow(() -> new SPARQLParser().parseQuery(query.text(), "https://w3id.org/urbis/"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void itUsesDeclaredTermsOnly(CatalogueQuery query) {
        String serialized = query.query().serialize().replaceAll("SERVICE\\s+(<[^>]*>|urbis:[a-z-]+)", "SERVICE");
        Matcher terms = TERM.matcher(serialized + expanded(query.text()));
        Set<String> undeclared = new TreeSet<>();
        while (terms.find()) {
            if (!declared.contains(terms.group(1))) {
                undeclared.add(terms.group(1));
            }
        }
        assertEquals(Set.of(), undeclared);
    }

    /** Prefixed names of our vocabulary spelt out. */
    private static String expanded(String text) {
        // Names of endpoints look like terms and are none.
        return text.replaceAll("SERVICE urbis:[a-z-]+", "SERVICE")
                .replaceAll("(?<![A-Za-z0-9_-])urbis:([A-Za-z0-9_-]+)", "https://w3id.org/urbis/ontology#$1");
    }

    @ParameterizedTest
    @MethodSource("own")
    void itAnswersOnTheWorldAsExpected(CatalogueQuery query) throws IOException {
        Answer answer = Answer.of(query.query(), world);
        assertFalse(answer.isEmpty(), () -> query.name() + " has no answer at all on world.trig");
        String file = query.name() + answer.ending();
        ResourceFolder folder = ResourceFolder.onClasspath("urbis/queries");
        if (!folder.names().contains(file)) {
            if (WRITE_MISSING) {
                Files.writeString(Path.of(file), answer.text());
            }
            throw new AssertionError("queries/" + file + " is missing; the answer is\n" + answer.text());
        }
        Answer expected = Answer.parse(folder.text(file), answer);
        assertTrue(
                answer.equalTo(expected),
                () -> query.name() + ": expected\n" + expected.text() + "\nbut was\n" + answer.text());
    }

    @Test
    void noExpectedAnswerIsLeftWithoutItsQuestion() {
        ResourceFolder folder = ResourceFolder.onClasspath("urbis/queries");
        Set<String> names = queries().map(CatalogueQuery::name).collect(Collectors.toSet());
        Set<String> orphans = folder.names().stream()
                .filter(name -> name.contains(".expected.") || name.endsWith(".answer.csv"))
                .filter(name -> !names.contains(name.replaceAll("\\.(expected\\.(srj|ttl)|answer\\.csv)$", "")))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), orphans);
    }

    @Test
    void aDifferentAnswerIsNoticed() throws IOException {
        CatalogueQuery query =
                QueryCatalogue.shipped().find("network/member-counts").orElseThrow();
        Answer before = Answer.of(query.query(), world);
        DatasetGraph changed = World.read();
        Graph all = changed.getDefaultGraph();
        all.find(null, SSE.parseNode("<https://w3id.org/urbis/ontology#value>"), null)
                .toList()
                .forEach(all::delete);
        assertFalse(Answer.of(query.query(), changed).equalTo(before));
    }
}
