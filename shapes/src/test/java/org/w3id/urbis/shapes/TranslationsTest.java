package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.ontology.ResourceFolder;

class TranslationsTest {

    private static final List<String> LANGUAGES = List.of("ar", "es", "fr", "ru", "zh");

    /** What no translation changes: blanks, names of terms, and what an author is to write. */
    private static final Pattern KEPT = Pattern.compile(
            "\\{[?$]\\w+}|\\b(?:urbis|skos|dct|xsd|area|city|unit|comparator):\\w+|\"[^\"]*\"|/id/\\w+/|\\[ a [^]]*]");

    private final ShapeLibrary library = ShapeLibrary.forWholeGraph();

    @Test
    void everyMessageIsThereOnceInEveryLanguage() {
        List<String> wrong = new ArrayList<>();
        library.graph().find(Node.ANY, SHACL.message, Node.ANY).forEachRemaining(english -> {
            Node speaker = english.getSubject();
            Map<String, List<Node>> byLanguage =
                    library.translations(speaker).stream().collect(Collectors.groupingBy(Node::getLiteralLanguage));
            LANGUAGES.stream()
                    .filter(language ->
                            byLanguage.getOrDefault(language, List.of()).size() != 1)
                    .forEach(language -> wrong.add(speaker + " " + language));
            byLanguage.values().stream()
                    .flatMap(List::stream)
                    .filter(message -> !kept(message).equals(kept(english.getObject())))
                    .forEach(message -> wrong.add(speaker + " " + message));
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyFileHoldsTranslationsOfItsLanguageAlone() {
        ResourceFolder folder = ResourceFolder.onClasspath(Translations.FOLDER);
        assertEquals(LANGUAGES.stream().map(language -> language + ".ttl").toList(), folder.names(".ttl"));
        for (String language : LANGUAGES) {
            Graph file = RDFParser.source(folder.open(language + ".ttl"))
                    .lang(Lang.TURTLE)
                    .toGraph();
            assertTrue(file.size() > 100, language);
            List<Triple> strays = file.stream()
                    .filter(triple -> !library.graph().contains(triple.getSubject(), SHACL.message, Node.ANY)
                            || !triple.getPredicate().equals(SHACL.message)
                            || !triple.getObject().getLiteralLanguage().equals(language))
                    .toList();
            assertEquals(List.of(), strays);
        }
    }

    @Test
    void fillsTheBlanksOfEachLanguage() {
        ReportEntry result = new ShapeValidation(library)
                .judge(Rdf.graph("""
                    @prefix urbis: <https://w3id.org/urbis/ontology#> .
                    <https://w3id.org/urbis/id/commitment/c> urbis:deadline "2020"^^<http://www.w3.org/2001/XMLSchema#gYear> ;
                        urbis:baseline "2030"^^<http://www.w3.org/2001/XMLSchema#gYear> ; a urbis:Commitment .
                    """)).stream()
                        .filter(entry -> entry.sourceConstraint() != null
                                && entry.sourceConstraint().getURI().endsWith("deadlineAfterBaseline"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                new TreeSet<>(Stream.concat(Stream.of("en"), LANGUAGES.stream()).toList()),
                result.messages().stream()
                        .map(Node::getLiteralLanguage)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(
                result.messages().stream()
                        .allMatch(message -> message.getLiteralLexicalForm().contains(" 2020 ")),
                () -> result.messages().toString());
    }

    private static List<String> kept(Node message) {
        return KEPT.matcher(message.getLiteralLexicalForm())
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
