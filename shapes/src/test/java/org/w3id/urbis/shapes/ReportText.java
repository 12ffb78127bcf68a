package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.system.G;

/**
 * A validation report as Turtle that a person can read and compare: one order, one layout, no generated names.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL, section 3.6, Validation Report</a>
 */
final class ReportText {

    private static final Map<String, String> PREFIXES = Map.of(
            "sh", SHACL.getURI(),
            "shape", Example.SHAPES,
            "urbis", "https://w3id.org/urbis/ontology#",
            "dct", "http://purl.org/dc/terms/",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private final Map<Node, String> blanks = new HashMap<>();

    private ReportText() {}

    /** Writes the results as a report. */
    static String of(List<ReportEntry> results) {
        String blocks = results.isEmpty()
                ? ""
                : " ;\n    sh:result "
                        + new ReportText().blocks(results).stream().collect(Collectors.joining(" ,\n        "));
        return PREFIXES.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(prefix -> "@prefix " + prefix.getKey() + ": <" + prefix.getValue() + "> .\n")
                        .collect(Collectors.joining())
                + "\n[] a sh:ValidationReport ;\n    sh:conforms " + results.isEmpty() + blocks + " .\n";
    }

    /** Reads a report. */
    static Graph graph(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(turtle, Lang.TURTLE).strict(true).parse(graph);
        return graph;
    }

    /** Describes each result of a report in one line, with blank nodes left out, so that two reports can be compared. */
    static List<String> lines(Graph report) {
        return G.allSP(report, null, SHACL.result).stream()
                .map(result -> report.stream(result, Node.ANY, Node.ANY)
                        .filter(triple -> !triple.getPredicate().equals(NodeConst.nodeRDFType))
                        .map(ReportText::line)
                        .sorted()
                        .collect(Collectors.joining(" ; ")))
                .sorted()
                .toList();
    }

    private static String line(Triple triple) {
        Node object = triple.getObject();
        return triple.getPredicate().getLocalName() + " " + (object.isBlank() ? "[ ]" : NodeFmtLib.displayStr(object));
    }

    private List<String> blocks(List<ReportEntry> results) {
        // Labels of blank nodes differ from run to run, so they must not decide the order.
        List<ReportEntry> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparing(entry -> new ReportText().block(entry)));
        return sorted.stream().map(this::block).toList();
    }

    private String block(ReportEntry entry) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("sh:focusNode", term(entry.focusNode()));
        if (entry.resultPath() != null) {
            parts.put("sh:resultPath", path(entry.resultPath()));
        }
        if (entry.value() != null) {
            parts.put("sh:value", term(entry.value()));
        }
        parts.put("sh:sourceShape", term(entry.source()));
        if (entry.sourceConstraint() != null) {
            parts.put("sh:sourceConstraint", term(entry.sourceConstraint()));
        }
        parts.put("sh:sourceConstraintComponent", term(entry.sourceConstraintComponent()));
        parts.put("sh:resultSeverity", term(entry.severity().level()));
        parts.put(
                "sh:resultMessage",
                entry.messages().stream()
                        // Translations have a test of their own.
                        .filter(message -> message.getLiteralLanguage().equals("en"))
                        .map(this::term)
                        .sorted()
                        .collect(Collectors.joining(" , ")));
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(" ;\n        ", "[ a sh:ValidationResult ;\n        ", " ]"));
    }

    private String term(Node node) {
        if (node.isBlank()) {
            return blanks.computeIfAbsent(node, blank -> "_:b" + blanks.size());
        }
        if (node.isURI()) {
            return PREFIXES.entrySet().stream()
                    .filter(prefix -> node.getURI().startsWith(prefix.getValue()))
                    .map(prefix -> prefix.getKey() + ":"
                            + node.getURI().substring(prefix.getValue().length()))
                    .findFirst()
                    .orElse("<" + node.getURI() + ">");
        }
        return NodeFmtLib.strTTL(node);
    }

    private String path(Path path) {
        return switch (path) {
            case P_Link link -> term(link.getNode());
            case P_Inverse inverse -> "[ sh:inversePath " + path(inverse.getSubPath()) + " ]";
            case P_Seq sequence -> "( " + path(sequence.getLeft()) + " " + path(sequence.getRight()) + " )";
            case P_Alt either -> "[ sh:alternativePath ( " + String.join(" ", branches(either)) + " ) ]";
            default -> throw new IllegalArgumentException("No example has needed this path so far: " + path);
        };
    }

    private List<String> branches(Path path) {
        if (path instanceof P_Alt either) {
            List<String> branches = new ArrayList<>(branches(either.getLeft()));
            branches.addAll(branches(either.getRight()));
            return branches;
        }
        return List.of(path(path));
    }
}
