package org.w3id.urbis.loader.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.PathFactory;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.loader.validation.Wording;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Judges small files by small shapes. Both are Turtle, whose line 1 declares the prefixes. */
final class Judging {

    /** Asks for a number p and, as a warning, for an r of a q. */
    static final Judging TWO_SHAPES = by(
            ":S a sh:NodeShape ; sh:targetClass :C ; sh:property :S-p , :S-q .",
            ":S-p a sh:PropertyShape ; sh:path :p ; sh:datatype xsd:integer ; sh:message \"A number, please.\"@en .",
            ":S-q a sh:PropertyShape ; sh:path ( :q :r ) ; sh:minCount 1 ; sh:severity sh:Warning ;",
            "  sh:message \"Say q.\" .");

    private static final String PREFIXES = "@prefix : <https://example.org/> ."
            + " @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

    private final FileValidation validation;

    private Judging(FileValidation validation) {
        this.validation = validation;
    }

    static Judging by(String... shapes) {
        return new Judging(FileValidation.alone(
                ShapeLibrary.of(
                        RDFParser.fromString(turtle(shapes), Lang.TURTLE).toGraph()),
                Vocabulary.shipped()));
    }

    /** Judges a file; the first line given is its line 2. */
    ValidationResult of(String name, String... lines) {
        return validation.validate(name, RdfFormat.TURTLE, turtle(lines).getBytes(StandardCharsets.UTF_8));
    }

    /** A file with an error and a warning by shapes, and all that can be known of a finding said of others. */
    static ValidationResult rich() {
        ValidationResult judged = TWO_SHAPES.of(
                "my file.ttl", ":a a :C ;", "\t:p \"one\"@en .", ":b a :C ; :q [ :r 1 ] ; :p \"\\u001B\" .");
        return new ValidationResult(
                judged.files(),
                Stream.concat(judged.findings().stream(), Stream.of(inTable(), inJson(), nowhere()))
                        .toList());
    }

    /** A finding without a place. */
    static Finding nowhere() {
        return Finding.of(Position.NOWHERE, Severity.INFO, Check.SYNTAX, Wording.of("syntax.other", "message", "Odd."));
    }

    private static Finding inTable() {
        Position cell =
                new Position("cities.csv", 3, 8, 3, 12, Optional.empty(), Optional.of(new Position.Cell(2, "website")));
        Fix fix = new Fix(
                Wording.of("iri.relative.fix"), List.of(new Fix.Replacement(3, 8, 3, 12, "https://example.org/<&\">")));
        return new Finding(
                cell,
                Severity.VIOLATION,
                Check.BAD_IRI.component(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Wording.of("iri.relative", "iri", "www.c40"),
                List.of(),
                Optional.of(fix));
    }

    private static Finding inJson() {
        Position pointed = new Position("data.jsonld", 7, 3, 0, 0, Optional.of("/@graph/0/website"), Optional.empty());
        Node focus = NodeFactory.createBlankNode();
        Finding reason = new Finding(
                pointed,
                Severity.VIOLATION,
                SHACL.MinCountConstraintComponent,
                Optional.of(focus),
                Optional.of(PathFactory.pathInverse(new P_Link(NodeFactory.createURI("https://example.org/p")))),
                Optional.empty(),
                Optional.of(NodeFactory.createBlankNode()),
                Optional.empty(),
                Wording.of("code.unknown", "code", "x:y"),
                List.of(),
                Optional.empty());
        return new Finding(
                pointed,
                Severity.VIOLATION,
                SHACL.OrConstraintComponent,
                Optional.of(focus),
                Optional.of(PathFactory.pathAlt(
                        PathFactory.pathZeroOrMore1(new P_Link(NodeFactory.createURI("https://example.org/p"))),
                        new P_Link(NodeFactory.createURI("https://example.org/q")))),
                Optional.of(focus),
                Optional.of(NodeFactory.createURI("https://example.org/Shape")),
                Optional.of(NodeFactory.createURI("https://example.org/Constraint")),
                Wording.of("term.undeclared", "term", "x:y"),
                List.of(reason),
                Optional.empty());
    }

    private static String turtle(String... lines) {
        return PREFIXES + String.join("\n", lines) + "\n";
    }
}
