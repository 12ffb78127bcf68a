package org.w3id.urbis.loader.report;

import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/** Judges small files by small shapes. Both are Turtle, whose line 1 declares the prefixes. */
final class Judging {

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

    private static String turtle(String... lines) {
        return PREFIXES + String.join("\n", lines) + "\n";
    }
}
