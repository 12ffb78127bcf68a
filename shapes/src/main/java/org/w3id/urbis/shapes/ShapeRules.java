package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.shapes.ShapeFault.Kind;

/**
 * Finds what SHACL does not allow in a shapes graph.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#syntax-rules">SHACL, appendix B, Summary of SHACL Syntax Rules</a>
 */
final class ShapeRules {

    private static final Node ENTAILMENT = NodeFactory.createURI(SHACL.getURI() + "entailment");

    /** One line for each property: what it wants, and whether one value is all a shape may have. */
    private static final List<Rule> RULES = List.of(
            any(SHACL.targetNode, Wanted.IRI_OR_LITERAL),
            any(SHACL.targetClass, Wanted.IRI),
            any(SHACL.targetSubjectsOf, Wanted.IRI),
            any(SHACL.targetObjectsOf, Wanted.IRI),
            one(SHACL.severity, Wanted.IRI),
            any(SHACL.message, Wanted.TEXT),
            one(SHACL.deactivated, Wanted.BOOLEAN),
            any(SHACL.class_, Wanted.IRI),
            one(SHACL.datatype, Wanted.IRI),
            one(SHACL.nodeKind, Wanted.NODE_KIND),
            one(SHACL.minCount, Wanted.COUNT),
            one(SHACL.maxCount, Wanted.COUNT),
            one(SHACL.minExclusive, Wanted.LITERAL),
            one(SHACL.minInclusive, Wanted.LITERAL),
            one(SHACL.maxExclusive, Wanted.LITERAL),
            one(SHACL.maxInclusive, Wanted.LITERAL),
            one(SHACL.minLength, Wanted.COUNT),
            one(SHACL.maxLength, Wanted.COUNT),
            any(SHACL.pattern, Wanted.STRING),
            one(SHACL.flags, Wanted.STRING),
            one(SHACL.languageIn, Wanted.LIST_OF_STRINGS),
            one(SHACL.uniqueLang, Wanted.BOOLEAN),
            any(SHACL.equals, Wanted.IRI),
            any(SHACL.disjoint, Wanted.IRI),
            any(SHACL.lessThan, Wanted.IRI),
            any(SHACL.lessThanOrEquals, Wanted.IRI),
            any(SHACL.and, Wanted.LIST),
            any(SHACL.or, Wanted.LIST),
            any(SHACL.xone, Wanted.LIST),
            one(SHACL.qualifiedMinCount, Wanted.COUNT),
            one(SHACL.qualifiedMaxCount, Wanted.COUNT),
            one(SHACL.qualifiedValueShapesDisjoint, Wanted.BOOLEAN),
            one(SHACL.closed, Wanted.BOOLEAN),
            one(SHACL.ignoredProperties, Wanted.LIST_OF_IRIS),
            one(SHACL.in, Wanted.LIST));

    private static final List<Node> OF_PROPERTY_SHAPES = List.of(
            SHACL.minCount,
            SHACL.maxCount,
            SHACL.uniqueLang,
            SHACL.lessThan,
            SHACL.lessThanOrEquals,
            SHACL.qualifiedValueShape);

    private static final List<Node> TO_A_SHAPE =
            List.of(SHACL.node, SHACL.property, SHACL.not, SHACL.qualifiedValueShape);
    private static final List<Node> TO_SHAPES = List.of(SHACL.or, SHACL.and, SHACL.xone);

    private final Graph graph;
    private final List<ShapeFault> faults = new ArrayList<>();

    private ShapeRules(Graph graph) {
        this.graph = graph;
    }

    /**
     * Looks through a shapes graph.
     *
     * @return what is wrong, in a fixed order; empty if it is well-formed
     */
    static List<ShapeFault> faults(Graph graph) {
        ShapeRules rules = new ShapeRules(graph);
        RULES.forEach(rules::values);
        rules.paths();
        rules.references();
        rules.needs();
        rules.patterns();
        rules.every(ENTAILMENT, triple -> rules.fault(Kind.ENTAILMENT, triple, ""));
        rules.faults.addAll(QueryRules.faults(graph));
        return rules.faults.stream()
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private void values(Rule rule) {
        every(rule.property(), triple -> {
            if (!rule.wanted().isMetBy(graph, triple.getObject())) {
                fault(Kind.WRONG_TERM, triple, rule.wanted().name());
            } else if (rule.single() && isNotFirst(triple)) {
                fault(Kind.TOO_MANY, triple, "");
            }
        });
    }

    private void paths() {
        every(SHACL.path, triple -> {
            if (!ShapePaths.isPath(graph, triple.getObject())) {
                fault(Kind.NO_PATH, triple, "");
            } else if (isNotFirst(triple)) {
                fault(Kind.TOO_MANY, triple, "");
            }
            if (graph.contains(triple.getSubject(), RDF.type.asNode(), SHACL.NodeShape)) {
                fault(Kind.PATH_OF_NODE_SHAPE, triple, "");
            }
        });
        every(SHACL.property, triple -> {
            if (isDescribed(triple.getObject()) && !hasPath(triple.getObject())) {
                fault(Kind.PATHLESS, triple, "");
            }
        });
    }

    private void references() {
        for (Node property : TO_A_SHAPE) {
            every(property, triple -> reference(triple, triple.getObject()));
        }
        for (Node property : TO_SHAPES) {
            every(property, triple -> ShapeLists.members(graph, triple.getObject())
                    .ifPresent(members -> members.forEach(member -> reference(triple, member))));
        }
    }

    private void reference(Triple triple, Node shape) {
        if (!isDescribed(shape)) {
            faults.add(new ShapeFault(
                    Kind.MISSING_SHAPE, triple.getSubject(), triple.getPredicate(), Optional.of(shape), ""));
        }
    }

    private void needs() {
        for (Node property : OF_PROPERTY_SHAPES) {
            every(property, triple -> {
                if (!hasPath(triple.getSubject())) {
                    fault(Kind.NEEDS_PATH, triple, "");
                }
            });
        }
        every(SHACL.qualifiedValueShape, triple -> {
            if (!has(triple.getSubject(), SHACL.qualifiedMinCount)
                    && !has(triple.getSubject(), SHACL.qualifiedMaxCount)) {
                fault(Kind.INCOMPLETE, triple, "sh:qualifiedMinCount, sh:qualifiedMaxCount");
            }
        });
    }

    private void patterns() {
        every(SHACL.pattern, triple -> {
            if (Wanted.STRING.isMetBy(graph, triple.getObject())) {
                try {
                    Pattern.compile(triple.getObject().getLiteralLexicalForm());
                } catch (PatternSyntaxException e) {
                    fault(Kind.BAD_PATTERN, triple, e.getDescription());
                }
            }
        });
    }

    private void every(Node property, Consumer<Triple> check) {
        graph.find(Node.ANY, property, Node.ANY).toList().forEach(check);
    }

    private void fault(Kind kind, Triple triple, String detail) {
        faults.add(new ShapeFault(
                kind, triple.getSubject(), triple.getPredicate(), Optional.of(triple.getObject()), detail));
    }

    /** Of several values, all but one are too many. */
    private boolean isNotFirst(Triple triple) {
        return ShapeLists.values(graph, triple.getSubject(), triple.getPredicate()).stream()
                .anyMatch(value -> value.toString().compareTo(triple.getObject().toString()) < 0);
    }

    private boolean isDescribed(Node shape) {
        return !shape.isLiteral() && graph.contains(shape, Node.ANY, Node.ANY);
    }

    private boolean hasPath(Node shape) {
        return has(shape, SHACL.path);
    }

    private boolean has(Node subject, Node property) {
        return !subject.isLiteral() && graph.contains(subject, property, Node.ANY);
    }

    private static Rule any(Node property, Wanted wanted) {
        return new Rule(property, wanted, false);
    }

    private static Rule one(Node property, Wanted wanted) {
        return new Rule(property, wanted, true);
    }

    /** What a property wants, and whether a shape may have one value of it at most. */
    private record Rule(Node property, Wanted wanted, boolean single) {}
}
