package org.w3id.urbis.loader.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Said;
import org.w3id.urbis.ontology.Urbis;

/**
 * A report in the words of SHACL, with places and fixes in those of the ontology.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL, section 3.6</a>
 */
final class ShaclTriples {

    private final Messages messages;
    private final Consumer<Triple> out;

    private ShaclTriples(Messages messages, Consumer<Triple> out) {
        this.messages = messages;
        this.out = out;
    }

    /** Sends the triples of a report, each result in one piece, in the order of the findings. */
    static void send(Report report, Consumer<Triple> out) {
        ShaclTriples triples = new ShaclTriples(report.messages(), out);
        Node node = NodeFactory.createBlankNode();
        triples.add(node, RDF.Nodes.type, SHACL.ValidationReport);
        // By SHACL whatever is found, be it a remark, means that the data does not conform.
        triples.add(node, SHACL.conforms, truth(report.result().findings().isEmpty()));
        List<Node> results = report.result().findings().stream()
                .map(finding -> NodeFactory.createBlankNode())
                .toList();
        results.forEach(result -> triples.add(node, SHACL.result, result));
        for (int i = 0; i < results.size(); i++) {
            triples.result(results.get(i), report.result().findings().get(i));
        }
    }

    /** Sends a result in one piece: what it consists of goes before, what it has more than one of after. */
    private void result(Node result, Finding finding) {
        // A result has a focus node, by SHACL; of a fault of writing it is the file.
        Node focus = finding.focusNode().orElseGet(() -> file(finding.file()));
        Optional<Node> path = finding.path().map(PathTerm::of).map(term -> PathTerm.send(term, out));
        add(result, RDF.Nodes.type, SHACL.ValidationResult);
        add(result, SHACL.focusNode, focus);
        path.ifPresent(node -> add(result, SHACL.resultPath, node));
        finding.value().ifPresent(value -> add(result, SHACL.value, value));
        add(result, SHACL.resultSeverity, finding.severityTerm());
        add(result, SHACL.sourceConstraintComponent, finding.component());
        finding.shape().ifPresent(shape -> add(result, SHACL.sourceShape, shape));
        finding.constraint().ifPresent(constraint -> add(result, SHACL.sourceConstraint, constraint));
        add(result, SHACL.resultMessage, literal(messages.say(finding.wording())));
        fields(result, Fields.of(finding.position()));
        finding.fix().ifPresent(fix -> fix(result, fix));
        for (Finding inner : finding.inner()) {
            Node detail = NodeFactory.createBlankNode();
            add(result, SHACL.detail, detail);
            result(detail, inner);
        }
    }

    private Node file(String name) {
        Node file = NodeFactory.createBlankNode();
        if (!name.isEmpty()) {
            add(file, Urbis.FILE, text(name));
        }
        return file;
    }

    private void fix(Node result, Fix fix) {
        add(result, Urbis.FIX, literal(messages.say(fix.wording())));
        for (Fix.Replacement replacement : fix.replacements()) {
            Node node = NodeFactory.createBlankNode();
            add(result, Urbis.REPLACEMENT, node);
            add(node, RDF.Nodes.type, NodeFactory.createURI(Urbis.REPLACEMENT_CLASS));
            fields(node, Fields.of(replacement));
        }
    }

    private void fields(Node subject, Map<String, Object> fields) {
        fields.forEach((name, value) ->
                add(subject, Urbis.NS + name, value instanceof Integer number ? number(number) : text((String) value)));
    }

    private void add(Node subject, String property, Node object) {
        add(subject, NodeFactory.createURI(property), object);
    }

    private void add(Node subject, Node property, Node object) {
        out.accept(Triple.create(subject, property, object));
    }

    private static Node literal(Said said) {
        return said.language().isEmpty()
                ? text(said.text())
                : NodeFactory.createLiteralLang(said.text(), said.language());
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node truth(boolean truth) {
        return NodeFactory.createLiteralDT(Boolean.toString(truth), XSDDatatype.XSDboolean);
    }
}
