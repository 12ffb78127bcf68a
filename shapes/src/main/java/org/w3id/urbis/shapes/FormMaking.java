package org.w3id.urbis.shapes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.shapes.EntryForm.Bounds;
import org.w3id.urbis.shapes.EntryForm.Field;
import org.w3id.urbis.shapes.EntryForm.Kind;

/**
 * Reads off the shapes what can be said of the things of a class.
 *
 * @param shapes   all shapes
 * @param ontology tells the superclasses, and the codes
 */
record FormMaking(Graph shapes, Graph ontology) {
    private static final String URBIS = "https://w3id.org/urbis/ontology#";
    private static final Node CITATION = NodeFactory.createURI(URBIS + "citation");
    /** What no shape of a class asks for, and is said of its things all the same. */
    private static final Map<String, List<String>> OFTEN_SAID = Map.of(
            "Network", List.of("keyword", "startDate", "endDate"),
            "Activity", List.of("keyword", "startDate", "endDate"),
            "Event", List.of("keyword", "startDate", "endDate"),
            "Commitment", List.of("contributesTo", "geographicScope", "theme", "keyword"),
            "Partnership", List.of("theme", "startDate", "endDate"),
            "Membership", List.of("startDate", "endDate"),
            "Participation", List.of("startDate", "endDate"));

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String LANG_STRING = RDF.getURI() + "langString";

    EntryForm form(Node type, boolean whole) {
        Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
        Set<Node> required = new LinkedHashSet<>();
        for (Node target : superclasses(type)) {
            for (Node shape : G.listPO(shapes, SHACL.targetClass, target)) {
                for (Node property : G.listSP(shapes, shape, SHACL.property)) {
                    List<Node> paths = paths(G.getOneSP(shapes, property, SHACL.path));
                    paths.forEach(path -> byProperty
                            .computeIfAbsent(path, any -> new ArrayList<>())
                            .add(property));
                    if (number(property, SHACL.minCount) > 0 && violates(property)) {
                        required.add(paths.getFirst());
                    }
                }
            }
        }
        byProperty.remove(CITATION);
        superclasses(type).forEach(target -> OFTEN_SAID
                .getOrDefault(target.getURI().replace(URBIS, ""), List.of())
                .forEach(name -> byProperty.putIfAbsent(NodeFactory.createURI(URBIS + name), List.of())));
        List<Field> fields = new ArrayList<>();
        byProperty.forEach((property, constraints) -> {
            Field field = field(property, constraints, required.contains(property));
            if (whole || field.kind() != Kind.PART) {
                fields.add(field);
            }
        });
        return new EntryForm(type, fields);
    }

    private Field field(Node property, List<Node> own, boolean required) {
        // What is said of a property wherever it stands holds here too.
        Set<Node> constraints = new LinkedHashSet<>(own);
        constraints.addAll(own.stream().anyMatch(this::saysWhat) ? List.of() : G.listPO(shapes, SHACL.path, property));
        boolean several =
                (own.isEmpty() ? constraints : own).stream().allMatch(one -> number(one, SHACL.maxCount) != 1);
        Optional<Node> part = first(constraints, SHACL.class_);
        if (part.isPresent()) {
            return new Field(
                    property,
                    Kind.PART,
                    required,
                    several,
                    "",
                    List.of(),
                    part.map(type -> form(type, false)),
                    Bounds.NONE);
        }
        String pattern = first(constraints, SHACL.pattern)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        boolean iri = constraints.stream().anyMatch(one -> shapes.contains(one, SHACL.nodeKind, SHACL.IRI))
                || ontology.contains(property, RDF.Nodes.type, OWL.ObjectProperty.asNode());
        if (iri) {
            List<Node> choices = choices(pattern);
            return new Field(
                    property,
                    choices.isEmpty() ? Kind.REFERENCE : Kind.CODE,
                    required,
                    several,
                    pattern,
                    choices,
                    Optional.empty(),
                    Bounds.NONE);
        }
        return new Field(
                property,
                literal(property, constraints),
                required,
                several,
                "",
                List.of(),
                Optional.empty(),
                bounds(constraints));
    }

    private Bounds bounds(Set<Node> constraints) {
        // Of several shapes the strictest counts.
        return new Bounds(
                numbers(constraints, SHACL.minLength).max(BigDecimal::compareTo).map(BigDecimal::intValue),
                numbers(constraints, SHACL.maxLength).min(BigDecimal::compareTo).map(BigDecimal::intValue),
                numbers(constraints, SHACL.minInclusive)
                        .max(BigDecimal::compareTo)
                        .map(BigDecimal::toPlainString),
                numbers(constraints, SHACL.maxInclusive)
                        .min(BigDecimal::compareTo)
                        .map(BigDecimal::toPlainString),
                constraints.stream()
                        .flatMap(one -> G.listSP(shapes, one, SHACL.pattern).stream())
                        .map(Node::getLiteralLexicalForm)
                        .distinct()
                        .toList());
    }

    private Stream<BigDecimal> numbers(Set<Node> constraints, Node parameter) {
        return constraints.stream()
                .filter(this::violates)
                .flatMap(one -> G.listSP(shapes, one, parameter).stream())
                .map(number -> new BigDecimal(number.getLiteralLexicalForm()));
    }

    /** Whether a thing without it is refused, and not just wanting. */
    private boolean violates(Node property) {
        return List.of(SHACL.Warning, SHACL.Info).stream()
                .noneMatch(severity -> shapes.contains(property, SHACL.severity, severity));
    }

    private boolean saysWhat(Node constraint) {
        return List.of(SHACL.class_, SHACL.nodeKind, SHACL.datatype, SHACL.or).stream()
                .anyMatch(term -> shapes.contains(constraint, term, Node.ANY));
    }

    private Kind literal(Node property, Set<Node> constraints) {
        Set<String> datatypes = new LinkedHashSet<>();
        for (Node constraint : constraints) {
            G.listSP(shapes, constraint, SHACL.datatype).forEach(one -> datatypes.add(one.getURI()));
            for (Node list : G.listSP(shapes, constraint, SHACL.or)) {
                G.rdfList(shapes, list).forEach(one -> G.listSP(shapes, one, SHACL.datatype)
                        .forEach(datatype -> datatypes.add(datatype.getURI())));
            }
        }
        if (datatypes.contains(XSD + "date")) {
            return Kind.DATE;
        }
        if (datatypes.contains(XSD + "integer")) {
            // Of a count the one shape says a number, and another a whole one.
            boolean whole = constraints.stream()
                    .anyMatch(one -> shapes.contains(one, SHACL.datatype, NodeFactory.createURI(XSD + "integer")));
            return whole ? Kind.INTEGER : Kind.NUMBER;
        }
        if (datatypes.contains(XSD + "decimal")) {
            return Kind.NUMBER;
        }
        boolean words = datatypes.isEmpty() && !property.getURI().startsWith(URBIS);
        return words || datatypes.contains(LANG_STRING) ? Kind.WORDS : Kind.TEXT;
    }

    /** The members of the code list whose namespace a pattern asks for. */
    private List<Node> choices(String pattern) {
        String namespace = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        if (!namespace.matches("https://w3id\\.org/urbis/id/[a-z-]+/")) {
            return List.of();
        }
        return ontology
                .find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .filterKeep(code -> code.isURI() && code.getURI().startsWith(namespace))
                .toList()
                .stream()
                .distinct()
                .toList();
    }

    private Set<Node> superclasses(Node type) {
        Set<Node> found = new LinkedHashSet<>(Set.of(type));
        List<Node> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            G.listSP(ontology, open.removeFirst(), RDFS.subClassOf.asNode()).stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private List<Node> paths(Node path) {
        if (path.isURI()) {
            return List.of(path);
        }
        Node alternatives = G.getZeroOrOneSP(shapes, path, SHACL.alternativePath);
        return alternatives == null ? List.of() : G.rdfList(shapes, alternatives);
    }

    private int number(Node shape, Node property) {
        Node number = G.getZeroOrOneSP(shapes, shape, property);
        return number == null ? 0 : Integer.parseInt(number.getLiteralLexicalForm());
    }

    private Optional<Node> first(Set<Node> shapesOfProperty, Node constraint) {
        return shapesOfProperty.stream()
                .flatMap(one -> G.listSP(shapes, one, constraint).stream())
                .findFirst();
    }
}
