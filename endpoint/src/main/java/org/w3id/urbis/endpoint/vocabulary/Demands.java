package org.w3id.urbis.endpoint.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.ShapeView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.shapes.Translations;

/** Puts what a shape demands into plain words. */
final class Demands {
    /** A list that leads back into itself ends too. */
    private static final int LONGEST_LIST = 1000;

    private final TermGraph graph;
    private final Words words;

    Demands(TermGraph graph) {
        this.graph = graph;
        this.words = graph.words();
    }

    /** The demands of a shape of things: those on properties first, then its rules. */
    List<ShapeView.Demand> of(Node shape) {
        String severity = severity(shape);
        return Stream.concat(
                        graph.objects(shape, SHACL.property).stream().map(this::onProperty),
                        graph.objects(shape, SHACL.sparql).stream()
                                .map(rule -> demand(rule, List.of(), List.of(), severity)))
                .sorted((one, other) -> one.anchor().compareTo(other.anchor()))
                .toList();
    }

    /** What is said to whoever breaks a shape of a property or a rule, in the language that suits best. */
    List<Text> message(Node shape) {
        List<Node> all = new ArrayList<>(graph.objects(shape, SHACL.message));
        all.addAll(Translations.of(shape));
        return graph.best(all).map(text -> new Text(withBlanks(text.value()), text.lang())).stream()
                .toList();
    }

    /** What is filled in when something is found is here a word for it. */
    private String withBlanks(String message) {
        return message.replaceAll("\\{[?$]this\\}", "‹" + words.get("documentation.demand.thing") + "›")
                .replaceAll("\\{[?$](\\w+)\\}", "‹" + words.get("documentation.demand.value") + "›");
    }

    private ShapeView.Demand onProperty(Node shape) {
        List<Link> properties =
                graph.object(shape, SHACL.path).map(this::properties).orElse(List.of());
        List<Link> choices = Stream.concat(
                        graph.objects(shape, SHACL.class_).stream(),
                        graph.objects(shape, SHACL.in).stream().flatMap(list -> members(list).stream()))
                .map(graph::link)
                .toList();
        return demand(shape, properties, choices, severity(shape));
    }

    private ShapeView.Demand demand(Node shape, List<Link> properties, List<Link> choices, String severity) {
        return new ShapeView.Demand(
                Identifiers.localName(shape.getURI()),
                properties,
                says(shape),
                choices,
                text(shape, SHACL.pattern),
                severity,
                message(shape));
    }

    private List<Link> properties(Node path) {
        return graph.object(path, SHACL.alternativePath).map(this::members).orElse(List.of(path)).stream()
                .map(graph::link)
                .toList();
    }

    private List<String> says(Node shape) {
        List<String> says = new ArrayList<>();
        says.add(howMany(text(shape, SHACL.minCount), text(shape, SHACL.maxCount)));
        says.add(datatypes(shape));
        if (graph.object(shape, SHACL.nodeKind).filter(SHACL.IRI::equals).isPresent()) {
            says.add(words.get("documentation.demand.iri"));
        }
        said(shape, SHACL.minInclusive, "documentation.demand.least").ifPresent(says::add);
        said(shape, SHACL.maxInclusive, "documentation.demand.greatest").ifPresent(says::add);
        said(shape, SHACL.minLength, "documentation.demand.letters").ifPresent(says::add);
        if (text(shape, SHACL.uniqueLang).equals("true")) {
            says.add(words.get("documentation.demand.languages"));
        }
        says.removeIf(String::isEmpty);
        return says;
    }

    private Optional<String> said(Node shape, Node parameter, String key) {
        return Optional.of(text(shape, parameter))
                .filter(text -> !text.isEmpty())
                .map(text -> words.get(key, text));
    }

    private String howMany(String least, String most) {
        if (least.equals("1") && most.equals("1")) {
            return words.get("documentation.demand.one");
        }
        if (!least.isEmpty() && !least.equals("0")) {
            return words.get("documentation.demand.some", least);
        }
        return most.isEmpty() ? "" : words.get("documentation.demand.few", most);
    }

    /** The datatypes that a value may have. */
    private String datatypes(Node shape) {
        List<Node> all = new ArrayList<>(graph.objects(shape, SHACL.datatype));
        graph.object(shape, SHACL.or)
                .ifPresent(list -> members(list).forEach(one -> all.addAll(graph.objects(one, SHACL.datatype))));
        String names =
                all.stream().map(datatype -> graph.name(datatype).value()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : words.get("documentation.demand.datatype", names);
    }

    private String severity(Node shape) {
        boolean warning = graph.object(shape, SHACL.severity)
                .filter(SHACL.Warning::equals)
                .isPresent();
        return words.get(warning ? "documentation.demand.warning" : "documentation.demand.violation");
    }

    /** The members of an RDF list, in order. */
    private List<Node> members(Node list) {
        List<Node> members = new ArrayList<>();
        Optional<Node> cell = Optional.of(list);
        while (cell.isPresent() && members.size() < LONGEST_LIST) {
            graph.object(cell.get(), RDF.first.asNode()).ifPresent(members::add);
            cell = graph.object(cell.get(), RDF.rest.asNode()).filter(rest -> !rest.equals(RDF.nil.asNode()));
        }
        return members;
    }

    private String text(Node shape, Node parameter) {
        return graph.object(shape, parameter)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }
}
