package org.w3id.urbis.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that ship for w3id.org, read as Apache's mod_rewrite reads them in a folder. */
class RedirectRulesTest {
    private static final Pattern RULE = Pattern.compile("RewriteRule (\\S+) (\\S+) \\[R=(\\d+),L,NE]");

    /** One rule: a pattern of the path without a slash at its start, the target, the status. */
    private record Rule(Pattern pattern, String target, String status) {}

    private static final List<Rule> RULES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of("..", "docs", "w3id", ".htaccess");
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("RewriteRule")) {
                Matcher rule = RULE.matcher(line);
                assertTrue(rule.matches(), line);
                RULES.add(new Rule(Pattern.compile(rule.group(1)), rule.group(2), rule.group(3)));
            }
        }
        assertTrue(RULES.size() > 1, "the file holds rules");
    }

    private static String redirect(String path) {
        for (Rule rule : RULES) {
            Matcher found = rule.pattern().matcher(path);
            if (found.find()) {
                return rule.status() + " " + rule.target().replace("$1", found.group(1));
            }
        }
        return "404";
    }

    @ParameterizedTest
    @CsvSource({
        "id/network/c40,303",
        "id/network/c40.jsonld,303",
        "id/city/%C5%82%C3%B3d%C5%BA,303",
        "framework/paris-agreement/article/10,303",
        "ontology,302",
        "ontology/0.1.0,302",
        "shapes.ttl,302",
        "graph/city-networks-directory-2021/c40,302",
        "context/urbis-1.jsonld,302",
        "revision/3,302",
        "queries/network/member-counts,302",
        "problem/not-found,302",
        "sparql,302",
        "'',302"
    })
    void everyPathOfOursIsSentToTheSamePathOfTheServer(String path, String status) {
        assertEquals(status + " https://urbis.example.org/" + path, redirect(path));
    }
}
