package org.w3id.urbis.loader;

import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

/** The row that a template shows as an example: it is fit to be checked, and nothing to be handed in. */
final class ExampleRow {

    /** What the example rows of all templates are called. */
    private static final String KEY = "/example";

    private ExampleRow() {}

    /** A violation for each example row that somebody left in a table; without places. */
    static List<Finding> left(RdfFormat format, List<LocatedFile> files) {
        return files.stream()
                .filter(file -> format.isTable())
                .flatMap(file -> file.quads().stream())
                .filter(quad -> quad.getPredicate().equals(RDF.Nodes.type)
                        && quad.getSubject().isURI()
                        && quad.getSubject().getURI().endsWith(KEY))
                .map(ExampleRow::finding)
                .toList();
    }

    private static Finding finding(Quad quad) {
        return new Finding(
                Position.NOWHERE,
                Severity.VIOLATION,
                Optional.empty(),
                Check.CELL.component(),
                Optional.of(quad.getSubject()),
                Optional.of(PathFactory.pathLink(RDF.Nodes.type)),
                Optional.of(quad.getObject()),
                Optional.empty(),
                Optional.empty(),
                Wording.of("table.example-left"),
                List.of(),
                Optional.of(new Fix(Wording.of("table.example-left.fix"), List.of())));
    }
}
