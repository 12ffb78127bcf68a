package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

class FileValidationTest {

    private static final String PREFIXES =
            "@prefix : <https://example.org/> . @prefix urbis: <https://w3id.org/urbis/ontology#> . "
                    + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

    private final ShapeLibrary shapes = Turtle.shapes(
            ":S a sh:NodeShape ; sh:targetClass :C ; sh:property :S-p , :S-year ; sh:closed true ; sh:message"
                    + " \"closed\" ;",
            "  sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) .",
            ":S-p a sh:PropertyShape ; sh:path :p ; sh:minCount 1 ; sh:class :D ; sh:message \"needs a D\" .",
            ":S-year a sh:PropertyShape ; sh:path :year ; sh:datatype xsd:gYear ; sh:minLength 4 ; sh:message \"year\""
                    + " .");
    private final Vocabulary vocabulary = Turtle.vocabulary("urbis:known a owl:ObjectProperty .");

    @TempDir
    Path folder;

    @Test
    void judgesFilesTogether() throws IOException {
        Path one = write("one.ttl", ":a a :C ; :p :d .");
        Path two = write("two.ttl", ":d a :D .");
        FileValidation validation = FileValidation.alone(shapes, vocabulary);
        assertEquals(List.of("one.ttl:2:14 needs a D"), texts(validation.validate(List.of(one))));
        ValidationResult together = validation.validate(List.of(one, two));
        assertTrue(together.isAcceptable());
        assertEquals(3, together.statementCount());
    }

    @Test
    void judgesFilesAgainstWhatIsThere() throws IOException {
        Path one = write("one.ttl", ":a a :C ; :p :d .");
        FileValidation validation =
                FileValidation.against(shapes, vocabulary, Turtle.graph(":d a :D . :broken a :C ."));
        assertEquals(List.of(), texts(validation.validate(List.of(one))));
    }

    @Test
    void reportsAFileThatCannotBeReadToItsEndAndJudgesTheOthers() throws IOException {
        Path broken = write("broken.ttl", ":a a :C ;\n :p :d");
        Path whole = write("whole.ttl", ":b a :C .");
        ValidationResult result = FileValidation.alone(shapes, vocabulary).validate(List.of(broken, whole));
        assertEquals(
                List.of("broken.ttl:3:6 The “.” that ends the statement is missing.", "whole.ttl:2:1 needs a D"),
                texts(result));
        assertFalse(result.isAcceptable());
    }

    @Test
    void saysThatThereIsMoreThanItTells() {
        StringBuilder many = new StringBuilder(PREFIXES);
        for (int i = 0; i < 5_000; i++) {
            many.append(":n").append(i).append(" a :C .\n");
        }
        FileValidation validation = FileValidation.alone(shapes, vocabulary);
        byte[] file = many.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(
                5_000,
                validation.validate("f", RdfFormat.TURTLE, file).findings().size());
        List<Finding> told = validation
                .atMost(7, 10_000)
                .validate("f", RdfFormat.TURTLE, file)
                .findings();
        assertEquals(8, told.size());
        assertEquals(Check.UNFINISHED.component(), told.getLast().component());
        assertEquals(5_002, told.getLast().line());
        assertEquals(
                5_000,
                validation
                        .atMost(5_001, 10_000)
                        .validate("f", RdfFormat.TURTLE, file)
                        .findings()
                        .size());
    }

    @Test
    void readsNoMoreStatementsThanItMay() {
        FileValidation validation = FileValidation.alone(shapes, vocabulary).atMost(10, 2);
        byte[] turtle = ("<http://x/a> <http://x/p> 1 ,\n 2 ,\n 3 .").getBytes(StandardCharsets.UTF_8);
        byte[] json = "[{\"http://x/p\": 1}]".getBytes(StandardCharsets.UTF_8);
        for (ValidationResult result : List.of(
                validation.validate("f", RdfFormat.TURTLE, turtle),
                validation.validate("f", RdfFormat.JSON_LD, json))) {
            assertFalse(result.isComplete());
            assertFalse(result.isAcceptable());
            assertEquals(
                    List.of("The file has more than 2 statements; what follows was not read."),
                    result.findings().stream().map(Finding::message).toList());
        }
    }

    @Test
    void saysOneThingOfOneFault() throws IOException {
        Path file = write("f.ttl", ":a a :C ; :p :d ;\n  :year \"20x1\"^^xsd:gYear ; urbis:knwon 1 . :d a :D .");
        ValidationResult result = FileValidation.alone(shapes, vocabulary).validate(List.of(file));
        assertEquals(
                List.of("f.ttl:3:9 “20x1” is not a year (xsd:gYear).", "f.ttl:3:29 The ontology has no urbis:knwon."),
                texts(result));
    }

    @Test
    void saysOnceWhatSeveralConstraintsOfAShapeSay() throws IOException {
        Path file = write("f.ttl", ":a a :C ; :p :d ; :year 1 . :d a :D .");
        ValidationResult result = FileValidation.alone(shapes, vocabulary).validate(List.of(file));
        assertEquals(List.of("f.ttl:2:25 year"), texts(result));
        assertTrue(result.findings().getFirst().fix().isPresent(), "the one with advice stays");
    }

    @Test
    void refusesBlankNodesThatCannotBeNamed() throws IOException {
        Path file = write("f.ttl", ":a :p _:x .\n:b :p   _:x . _:x :q 1 .\n [] :q 2 .");
        ValidationResult result = FileValidation.alone(shapes, vocabulary).validate(List.of(file));
        assertEquals(
                List.of("2:7", "4:2"),
                result.findings().stream().map(f -> f.line() + ":" + f.column()).toList());
        assertEquals(
                Check.UNNAMEABLE_NODE.component(), result.findings().getFirst().component());
    }

    @Test
    void keepsFindingsOfOneMessageAboutDifferentValuesApart() throws IOException {
        Path file = write("f.ttl", ":a a :C ; :p :x ,\n :y .");
        assertEquals(
                List.of("f.ttl:2:14 needs a D", "f.ttl:3:2 needs a D"),
                texts(FileValidation.alone(shapes, vocabulary).validate(List.of(file))));
    }

    @Test
    void validatesBytes() {
        byte[] content = "{\"@id\": \"https://example.org/a\", \"@type\": \"https://example.org/C\"}"
                .getBytes(StandardCharsets.UTF_8);
        ValidationResult result = FileValidation.alone(shapes, vocabulary).validate("body", RdfFormat.JSON_LD, content);
        assertEquals(List.of("body:1:1 needs a D"), texts(result));
    }

    private Path write(String name, String turtle) throws IOException {
        return Files.writeString(folder.resolve(name), PREFIXES + turtle);
    }

    private List<String> texts(ValidationResult result) {
        return result.findings().stream()
                .map(Turtle::text)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }
}
