package org.w3id.urbis.endpoint.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Citations;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.loader.entry.HarmlessCell;

/**
 * The facts of a thing and of the nodes it owns as a table, each with the document and the lines that say it, for
 * spreadsheets: one row for a statement of a source. RFC 4180, UTF-8.
 */
public final class FactTable {
    private static final String[] HEADER = {
        "subject", "property", "value", "language", "datatype", "name", "document", "lines", "graph"
    };

    private final DocumentContext context;
    private final Identifiers identifiers;

    /** Names properties as a context does. */
    public FactTable(DocumentContext context, Identifiers identifiers) {
        this.context = context;
        this.identifiers = identifiers;
    }

    /** The table as bytes; only its header if nothing is said. */
    public byte[] bytes(Description description, FeatureDocument.Naming naming) {
        Citations citations = new Citations(description);
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord((Object[]) HEADER);
            for (Quad fact : facts(description)) {
                printer.printRecord(row(fact, description, citations, naming));
            }
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Quad> facts(Description description) {
        List<Quad> facts = new ArrayList<>();
        for (Map.Entry<Node, List<Quad>> entry : description.facts().entrySet()) {
            entry.getValue().stream()
                    .filter(quad -> !identifiers.isTranslation(quad))
                    .sorted(Comparator.comparing((Quad quad) -> context.word(quad.getPredicate()))
                            .thenComparing(Quad::getObject, NodeFramer.BY_TEXT)
                            .thenComparing(quad -> quad.getGraph().getURI()))
                    .forEach(facts::add);
        }
        return facts;
    }

    private List<Object> row(Quad fact, Description description, Citations citations, FeatureDocument.Naming naming) {
        Node value = fact.getObject();
        boolean literal = value.isLiteral();
        boolean plain = !literal || !value.getLiteralLanguage().isEmpty();
        return List.of(
                fact.getSubject().toString(),
                context.word(fact.getPredicate()),
                HarmlessCell.of(literal ? value.getLiteralLexicalForm() : value.toString()),
                literal ? value.getLiteralLanguage() : "",
                plain ? "" : context.prefixed(value.getLiteralDatatypeURI()),
                description.names().containsKey(value) ? HarmlessCell.of(naming.name(value)) : "",
                description
                        .places()
                        .get(fact.getGraph())
                        .document()
                        .map(Node::getURI)
                        .orElse(""),
                String.join(", ", citations.lines(fact)),
                fact.getGraph().getURI());
    }
}
