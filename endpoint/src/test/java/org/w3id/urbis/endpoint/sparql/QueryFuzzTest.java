package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.config.FederationConfig;
import org.w3id.urbis.endpoint.federation.Federation;
import org.w3id.urbis.endpoint.metrics.Metrics;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * Whatever text comes as a query, it is read, or refused with a problem that blames the one who asks.
 *
 * <p>The suite makes some hundred queries out of those of the catalogue. With {@code JAZZER_FUZZ=1} in the environment
 * queries are made up for as long as it is left to; {@code docs/validation.md} says how.
 */
class QueryFuzzTest {

    private static final int QUERIES = 400;

    /** What the grammar has, and what it has not. */
    private static final List<String> WORDS = List.of(
            "SELECT",
            "ASK",
            "CONSTRUCT",
            "DESCRIBE",
            "WHERE",
            "FROM",
            "NAMED",
            "GRAPH",
            "SERVICE",
            "SILENT",
            "OPTIONAL",
            "UNION",
            "MINUS",
            "EXISTS",
            "NOT",
            "FILTER",
            "BIND",
            "AS",
            "VALUES",
            "UNDEF",
            "GROUP",
            "BY",
            "HAVING",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "DISTINCT",
            "INSERT",
            "DELETE",
            "LOAD",
            "DROP",
            "BASE",
            "PREFIX",
            "?x",
            "$x",
            "*",
            "a",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<<(",
            ")>>",
            "|",
            "^",
            "!",
            "+",
            ".",
            ";",
            ",",
            "=",
            "<a>",
            "<>",
            "<java:a>",
            "x:y",
            ":",
            "_:b",
            "\"",
            "\"a\"@en",
            "'''",
            "\\u0000",
            "\\uD800",
            "1e9999",
            "-",
            "99999999999999999999",
            "true",
            "COUNT(*)",
            "GROUP_CONCAT",
            "REGEX",
            "#",
            "\n",
            "\0",
            "\uFEFF",
            "\uD83C\uDF0D");

    private static final Metrics METRICS = new Metrics();
    private static final QueryReading READING = new QueryReading(
            "https://w3id.org/urbis/", new Federation(new FederationConfig(Set.of(), Path.of("none")), METRICS));

    @AfterAll
    static void close() {
        METRICS.close();
    }

    @FuzzTest(maxDuration = "100h")
    void query(byte[] bytes) {
        read(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void queriesThatAreMadeUpAreReadOrRefused() throws IOException {
        List<List<String>> examples = examples();
        assertFalse(examples.isEmpty());
        Random random = new Random(Long.getLong("urbis.fuzz.seed", 20_211_121));
        int refused = 0;
        for (int i = 0; i < QUERIES; i++) {
            List<String> query = new ArrayList<>(any(examples, random));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                change(query, any(examples, random), random);
            }
            String text = String.join(" ", query);
            try {
                refused += read(text) ? 0 : 1;
            } catch (RuntimeException | StackOverflowError broken) {
                throw new AssertionError(text.substring(0, Math.min(text.length(), 4_000)), broken);
            }
        }
        assertTrue(refused > QUERIES / 4, "only " + refused + " were refused");
    }

    private static void change(List<String> query, List<String> other, Random random) {
        int at = random.nextInt(query.size() + 1);
        int end = Math.min(query.size(), at + 1 + random.nextInt(5));
        List<String> piece = List.copyOf(query.subList(at, end));
        switch (random.nextInt(6)) {
            case 0 -> query.subList(at, end).clear();
            case 1 -> query.add(at, any(WORDS, random));
            case 2 -> query.addAll(at, repeated(piece, 1 + random.nextInt(50)));
            case 3 -> query.addAll(at, repeated(List.of(any(WORDS, random)), 2_000));
            case 4 -> query.addAll(at, other.subList(random.nextInt(other.size()), other.size()));
            default -> query.subList(at, query.size()).clear();
        }
    }

    private static List<String> repeated(List<String> piece, int times) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(piece);
        }
        return all;
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Reads a query. Returns false if it is refused. */
    private static boolean read(String text) {
        try {
            READING.read(text);
            return true;
        } catch (ProblemException refused) {
            assertEquals(4, refused.problem().type().status() / 100, refused.problem()::toString);
            assertFalse(refused.problem().detail().isBlank(), text);
            return false;
        }
    }

    /** The queries of the catalogue, by words. */
    private static List<List<String>> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../queries"))) {
            List<List<String>> found = new ArrayList<>();
            for (Path file : files.filter(file ->
                            file.toString().endsWith(".rq") && !file.toString().contains("target"))
                    .sorted()
                    .toList()) {
                found.add(Arrays.asList(Files.readString(file).split(" ")));
            }
            return found;
        }
    }
}
