package org.w3id.urbis.loader.mapping;

import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * SPARQL's {@code IRI()} for mappings: a text that is no IRI becomes one all the same, to be told to the author with its
 * row. Left to itself, SPARQL passes over it in silence, and the row's statements would be missing without a word.
 */
final class AnyIri {

    private static final String NAME = MappingFunctions.NAMESPACE + "any-iri";

    private static final PureFunction FUNCTION = new PureFunction(1, 1, arguments -> {
        NodeValue argument = arguments.getFirst();
        return argument.isIRI()
                ? Optional.of(argument)
                : argument.isString()
                        ? Optional.of(NodeValue.makeNode(NodeFactory.createURI(argument.getString())))
                        : Optional.empty();
    });

    private AnyIri() {}

    static void register(FunctionRegistry functions) {
        functions.put(NAME, iri -> FUNCTION);
    }

    /** The same query with this function in place of SPARQL's. */
    static Op in(Op op) {
        return Transformer.transform(
                new TransformCopy(),
                new ExprTransformCopy() {
                    @Override
                    public Expr transform(ExprFunction1 function, Expr argument) {
                        return function instanceof E_IRI
                                ? new E_Function(NAME, new ExprList(argument))
                                : super.transform(function, argument);
                    }
                },
                op);
    }
}
