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

/**
 * What can be said of a thing of some class, as the shapes have it: a form to be filled in.
 *
 * @param type   the class
 * @param fields one for each property that the shapes of the class and of its superclasses speak of, and for some that are
 *               said often all the same
 */
public record EntryForm(Node type, List<Field> fields) {
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

    /** Copies the fields. */
    public EntryForm {
        fields = List.copyOf(fields);
    }

    /** What a field holds. */
    public enum Kind {
        /** Text in a language. */
        WORDS,
        /** Text as printed. */
        TEXT,
        /** A year, a month or a day. */
        DATE,
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** One of a list of codes. */
        CODE,
        /** The IRI of something. */
        REFERENCE,
        /** A form of its own. */
        PART
    }

    /**
     * What can be said by one property.
     *
     * @param property the property
     * @param kind     what its values are
     * @param required whether there has to be one
     * @param several  whether there may be more than one
     * @param pattern  what the IRI of a value looks like, as a regular expression; empty if that is left open
     * @param choices  all values there may be; empty if they are not listed
     * @param part     the form of its values; empty unless they are described in their turn
     * @param bounds   what texts and numbers have to be like
     */
    public record Field(
            Node property,
            Kind kind,
            boolean required,
            boolean several,
            String pattern,
            List<Node> choices,
            Optional<EntryForm> part,
            Bounds bounds) {
        /** Copies the list. */
        public Field {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What the shapes of a class ask of each text or number.
     *
     * @param shortest the fewest characters
     * @param longest  the most characters
     * @param least    the least number, as it is written
     * @param greatest the greatest number, as it is written
     * @param patterns regular expressions that each match somewhere
     */
    public record Bounds(
            Optional<Integer> shortest,
            Optional<Integer> longest,
            Optional<String> least,
            Optional<String> greatest,
            List<String> patterns) {
        /** Nothing in particular. */
        public static final Bounds NONE =
                new Bounds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        /** Copies the list. */
        public Bounds {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Makes the form of a class.
     *
     * @param shapes     the shapes
     * @param vocabulary the ontology that tells the superclasses, and the codes
     * @param type       the IRI of the class
     * @return the form, without a field for citations, which every entry and each of its parts have
     */
    public static EntryForm of(ShapeLibrary shapes, Vocabulary vocabulary, String type) {
        return new Maker(shapes.graph(), vocabulary.graph()).form(NodeFactory.createURI(type), true);
    }

    private record Maker(Graph shapes, Graph ontology) {
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
            constraints.addAll(
                    own.stream().anyMatch(this::saysWhat) ? List.of() : G.listPO(shapes, SHACL.path, property));
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
                    numbers(constraints, SHACL.minLength)
                            .max(BigDecimal::compareTo)
                            .map(BigDecimal::intValue),
                    numbers(constraints, SHACL.maxLength)
                            .min(BigDecimal::compareTo)
                            .map(BigDecimal::intValue),
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
}
