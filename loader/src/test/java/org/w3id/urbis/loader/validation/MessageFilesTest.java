package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.shapes.ShapeLibrary;

/** What is said is said in six languages alike. */
class MessageFilesTest {

    private static final Pattern BLANK = Pattern.compile("\\{[a-zA-Z]+}");

    /** Forms of a noun after a number; how many there are differs from language to language. */
    private static final String PLURAL = "count\\..*\\.(zero|one|two|few|many)";

    @ParameterizedTest
    @ValueSource(strings = {"ar", "es", "fr", "ru", "zh"})
    void hasEveryPhraseWithTheSameBlanks(String language) throws IOException {
        Properties english = phrases("en");
        Properties translated = phrases(language);
        assertEquals(keys(english), keys(translated));
        List<String> wrong = new ArrayList<>();
        keys(english).forEach(key -> {
            if (!blanks(english.getProperty(key)).equals(blanks(translated.getProperty(key)))) {
                wrong.add(key + ": " + translated.getProperty(key));
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void hasTheLanguagesThatAreOffered() {
        assertEquals(
                Messages.LANGUAGES,
                Messages.LANGUAGES.stream()
                        .map(language -> Messages.in(Locale.forLanguageTag(language))
                                .locale()
                                .toLanguageTag())
                        .toList());
    }

    @Test
    void everyCheckHasANameAndADefinition() {
        Graph shapes = ShapeLibrary.forParts().graph();
        for (Check check : Check.values()) {
            assertEquals(
                    new TreeSet<>(Messages.LANGUAGES),
                    shapes.stream(check.component(), SKOS.prefLabel.asNode(), Node.ANY)
                            .map(triple -> triple.getObject().getLiteralLanguage())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    check::name);
            assertEquals(
                    true,
                    shapes.contains(
                            check.component(),
                            SKOS.inScheme.asNode(),
                            NodeFactory.createURI("https://w3id.org/urbis/shapes#Checks")));
        }
    }

    private static Set<String> keys(Properties phrases) {
        return phrases.stringPropertyNames().stream()
                .filter(key -> !key.matches(PLURAL))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> blanks(String phrase) {
        return BLANK.matcher(phrase).results().map(MatchResult::group).sorted().toList();
    }

    private static Properties phrases(String language) throws IOException {
        Properties phrases = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("messages_" + language + ".properties")) {
            phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return phrases;
    }
}
