package org.w3id.urbis.endpoint.sparql.bound;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.loader.reach.Reach;

/**
 * The functions that a query may call by IRI: casts, those of XPath, our own, and those that work on positions and geometries. All come from the registry of this
 * process; none is looked for among Java's classes, and those that could run or grow without bounds are bounded here.
 */
public final class ClosedFunctions {
    private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final List<String> NAMESPACES = List.of(XSD.getURI(), XPATH, MATH, MappingFunctions.NAMESPACE);
    /** Calls a function by a name that is known only while the query runs. */
    private static final String APPLY = XPATH + "apply";

    private ClosedFunctions() {}

    /** A registry of these functions and no others. */
    public static FunctionRegistry registry() {
        FunctionRegistry all = FunctionRegistry.get();
        FunctionRegistry closed = new FunctionRegistry() {
            @Override
            public FunctionFactory get(String iri) {
                return isRegistered(iri) ? super.get(iri) : null;
            }
        };
        all.keys().forEachRemaining(iri -> {
            if (NAMESPACES.stream().anyMatch(iri::startsWith)) {
                closed.put(iri, all.get(iri));
            }
        });
        closed.remove(APPLY);
        bound(closed);
        Reach.into(closed);
        return closed;
    }

    private static void bound(FunctionRegistry registry) {
        registry.put(
                XPATH + "matches",
                iri -> new Bounded(2, 3, (values, stop) -> BoundedRegex.eval(values, new BoundedPattern(), stop)));
        registry.put(
                XPATH + "replace",
                iri -> new Bounded(3, 4, (values, stop) -> BoundedReplace.eval(values, new BoundedPattern(), stop)));
        registry.put(
                XPATH + "concat",
                iri -> new Bounded(1, Integer.MAX_VALUE, (values, stop) -> {
                    ValueBounds.together(values);
                    return XSDFuncOp.strConcat(values);
                }));
        registry.put(MATH + "pow", iri -> new Bounded(2, 2, (values, stop) -> power(values.get(0), values.get(1))));
        registry.put(XPATH + "round", iri -> new Bounded(1, 2, (values, stop) -> rounded(values, false)));
        registry.put(XPATH + "round-half-to-even", iri -> new Bounded(1, 2, (values, stop) -> rounded(values, true)));
        for (String duration : List.of("duration", "dayTimeDuration", "yearMonthDuration")) {
            FunctionFactory cast = registry.get(XSD.getURI() + duration);
            registry.put(
                    XSD.getURI() + duration,
                    iri -> new Bounded(
                            1,
                            1,
                            (values, stop) -> ValueBounds.checked(((FunctionBase) cast.create(iri)).exec(values))));
        }
    }

    /** As the function of XPath, but of whole numbers a whole number, as Jena has it. */
    private static NodeValue power(NodeValue base, NodeValue exponent) {
        if (!base.isNumber() || !exponent.isNumber()) {
            throw new ExprEvalException("pow: not a number: " + base + ", " + exponent);
        }
        if (base.isInteger() && exponent.isInteger() && exponent.getInteger().signum() >= 0) {
            ValueBounds.bits(
                    exponent.getInteger().bitLength() > Integer.SIZE - 1
                            ? Long.MAX_VALUE
                            : (long) base.getInteger().bitLength()
                                    * exponent.getInteger().intValue());
            return NodeValue.makeInteger(
                    base.getInteger().pow(exponent.getInteger().intValue()));
        }
        if (base.getDouble() == 1 && exponent.getDouble() == Double.POSITIVE_INFINITY) {
            return NodeValue.makeDouble(1);
        }
        return NodeValue.makeDouble(Math.pow(base.getDouble(), exponent.getDouble()));
    }

    private static NodeValue rounded(List<NodeValue> values, boolean halfToEven) {
        NodeValue places = values.size() > 1 ? values.get(1) : NodeValue.nvZERO;
        if (!places.isInteger()) {
            throw new ExprEvalException("round: the precision is not a whole number: " + places);
        }
        ValueBounds.bits(
                places.getInteger().abs().bitLength() > Integer.SIZE - 1
                        ? Long.MAX_VALUE
                        : Math.abs(places.getInteger().intValue()));
        return values.size() > 1 || halfToEven
                ? XSDFuncOp.roundXpath3(values.get(0), places, halfToEven)
                : XSDFuncOp.round(values.get(0));
    }

    /** A function that is told when the query is to stop. */
    private static final class Bounded extends FunctionBase {
        private final int fewest;
        private final int most;
        private final BiFunction<List<NodeValue>, AtomicBoolean, NodeValue> function;

        Bounded(int fewest, int most, BiFunction<List<NodeValue>, AtomicBoolean, NodeValue> function) {
            this.fewest = fewest;
            this.most = most;
            this.function = function;
        }

        @Override
        protected NodeValue exec(List<NodeValue> values, FunctionEnv environment) {
            return function.apply(values, Context.getOrSetCancelSignal(environment.getContext()));
        }

        @Override
        public NodeValue exec(List<NodeValue> values) {
            return function.apply(values, new AtomicBoolean());
        }

        @Override
        public void checkBuild(String iri, ExprList arguments) {
            if (arguments.size() < fewest || arguments.size() > most) {
                throw new ExprException("The function <" + iri + "> takes other arguments");
            }
        }
    }
}
