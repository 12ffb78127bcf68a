package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class MessagesTest {

    /** What the keys begin with that are put together from a name in the code. */
    private static final List<String> MADE_UP = List.of(
            "blank-node.", "check.", "context.duplicate.", "count.", "datatype.", "severity.", "shapes.", "why.");

    private static final Path SOURCES = Path.of("src/main/java/org/w3id/urbis/loader");

    @Test
    void fillsBlanksWithValuesAndWords() {
        assertEquals(
                "Did you mean “a:” (<http://a/>) or “b:” (<http://b/>)?",
                Messages.english()
                        .text(Wording.of(
                                "meant",
                                "meant",
                                new Parameter.Choice(List.of(
                                        Wording.of("prefix.meant", "prefix", "a", "iri", "http://a/"),
                                        Wording.of("prefix.meant", "prefix", "b", "iri", "http://b/"))))));
        assertEquals(
                "The ontology has no {term}.",
                Messages.english().text(Wording.of("term.undeclared", "term", "{term}")));
    }

    @Test
    void namesThingsInTheLanguageOfTheReader() {
        Wording wording =
                Wording.of("meant", "meant", new Parameter.Term("role:member", Map.of("en", "member", "fr", "membre")));
        assertEquals("Did you mean role:member (member)?", Messages.english().text(wording));
        assertEquals("membre", label(Messages.in(Locale.FRENCH).text(wording)));
        assertEquals("member", label(Messages.in(Locale.GERMAN).text(wording)), "what has no label in a language");
    }

    @Test
    void choosesAmongTheMessagesOfAShape() {
        Wording authored = new Wording.Authored(List.of(
                NodeFactory.createLiteralLang("manque", "fr"),
                NodeFactory.createLiteralLang("missing", "en"),
                NodeFactory.createLiteralString("?")));
        assertEquals("missing", Messages.english().text(authored));
        assertEquals("manque", Messages.in(Locale.CANADA_FRENCH).text(authored));
        assertEquals("missing", Messages.in(Locale.CHINESE).text(authored));
        assertEquals("?", Messages.english().text(new Wording.Authored(List.of(NodeFactory.createLiteralString("?")))));
    }

    @Test
    void saysInEnglishWhatALanguageLacks() {
        assertEquals(Locale.ENGLISH, Messages.in(Locale.of("xx")).locale());
        assertEquals("Take it out.", Messages.in(Locale.of("xx")).text(Wording.of("mark.take-out")));
        assertThrows(MissingResourceException.class, () -> Messages.english().text(Wording.of("no.such")));
    }

    /** A phrase that nobody says is dead, and one that is said and not there fails when it is needed. */
    @Test
    void everyPhraseIsSaidAndEveryOneThatIsSaidIsThere() throws IOException {
        Set<String> there = new TreeSet<>(english().stringPropertyNames());
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        for (String key : there) {
            assertTrue(MADE_UP.stream().anyMatch(key::startsWith) || isSaid(code, key), key);
        }
        Matcher said = Pattern.compile("(?:Wording\\.of|mendedBy)\\(\\s*\"([^\"]*[a-zA-Z])\"")
                .matcher(code);
        while (said.find()) {
            assertTrue(there.contains(said.group(1)), said.group(1));
        }
    }

    /** Advice goes by the name of the fault, which the code may put together. */
    private static boolean isSaid(StringBuilder code, String key) {
        return Stream.of(key, key.replaceFirst("\\.fix$", "")).anyMatch(name -> code.indexOf('"' + name + '"') >= 0);
    }

    private static String label(String text) {
        return text.replaceAll(".*\\((.*)\\).*", "$1");
    }

    private static Properties english() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("messages_en.properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
