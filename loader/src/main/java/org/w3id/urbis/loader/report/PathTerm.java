package org.w3id.urbis.loader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;

/**
 * A path as SHACL writes it in RDF. Steps that follow each other stand in one list, however the path was put together.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#property-paths">SHACL, section 2.3.1</a>
 */
sealed interface PathTerm {

    /** A property. */
    record Property(Node iri) implements PathTerm {}

    /** A blank node that says with one property, such as {@code sh:inversePath}, what is done with a path. */
    record Operation(Node property, PathTerm path) implements PathTerm {}

    /** A list of two or more. */
    record Sequence(List<PathTerm> steps) implements PathTerm {}

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is of a kind that SHACL does not have
     */
    static PathTerm of(Path path) {
        return switch (path) {
            case P_Link link -> new Property(link.getNode());
            case P_ReverseLink link -> new Operation(SHACL.inversePath, new Property(link.getNode()));
            case P_Inverse inverse -> new Operation(SHACL.inversePath, of(inverse.getSubPath()));
            case P_Seq sequence -> new Sequence(steps(sequence, new ArrayList<>()));
            case P_Alt either ->
                new Operation(SHACL.alternativePath, new Sequence(alternatives(either, new ArrayList<>())));
            case P_ZeroOrMore1 some -> new Operation(SHACL.zeroOrMorePath, of(some.getSubPath()));
            case P_ZeroOrMoreN some -> new Operation(SHACL.zeroOrMorePath, of(some.getSubPath()));
            case P_OneOrMore1 some -> new Operation(SHACL.oneOrMorePath, of(some.getSubPath()));
            case P_OneOrMoreN some -> new Operation(SHACL.oneOrMorePath, of(some.getSubPath()));
            case P_ZeroOrOne some -> new Operation(SHACL.zeroOrOnePath, of(some.getSubPath()));
            default -> throw new IllegalArgumentException("No path of SHACL: " + path);
        };
    }

    /** Sends the triples of which a path consists, and returns the node that stands for it. */
    static Node send(PathTerm path, Consumer<Triple> out) {
        return switch (path) {
            case Property property -> property.iri();
            case Operation operation -> {
                Node node = NodeFactory.createBlankNode();
                out.accept(Triple.create(node, operation.property(), send(operation.path(), out)));
                yield node;
            }
            case Sequence sequence -> {
                Node list = RDF.Nodes.nil;
                for (PathTerm step : sequence.steps().reversed()) {
                    Node cell = NodeFactory.createBlankNode();
                    out.accept(Triple.create(cell, RDF.Nodes.first, send(step, out)));
                    out.accept(Triple.create(cell, RDF.Nodes.rest, list));
                    list = cell;
                }
                yield list;
            }
        };
    }

    private static List<PathTerm> steps(Path path, List<PathTerm> steps) {
        if (path instanceof P_Seq sequence) {
            steps(sequence.getLeft(), steps);
            return steps(sequence.getRight(), steps);
        }
        steps.add(of(path));
        return steps;
    }

    private static List<PathTerm> alternatives(Path path, List<PathTerm> alternatives) {
        if (path instanceof P_Alt either) {
            alternatives(either.getLeft(), alternatives);
            return alternatives(either.getRight(), alternatives);
        }
        alternatives.add(of(path));
        return alternatives;
    }
}
