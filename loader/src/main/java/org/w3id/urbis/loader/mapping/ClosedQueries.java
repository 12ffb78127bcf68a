package org.w3id.urbis.loader.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * How queries are run here: over the data they are given and nothing else. No connection is opened and no class is loaded
 * because a query names it, which Jena would do for functions and properties called {@code java:...}.
 */
public final class ClosedQueries {

    private ClosedQueries() {}

    /**
     * Makes a context in which a query reaches nothing outside.
     *
     * @return a new context with SPARQL's functions and Jena's property functions, and no others
     */
    public static Context context() {
        Context context = ARQ.getContext().copy();
        FunctionRegistry.set(context, new ClosedFunctions());
        PropertyFunctionRegistry.set(context, new ClosedProperties());
        context.set(ARQ.httpServiceAllowed, false);
        Context.setCurrentDateTime(context);
        return context;
    }

    /**
     * Says why a query is refused.
     *
     * @param op the compiled query
     * @return a sentence for each reason; empty if it may be run
     */
    public static Set<String> refusals(Op op) {
        return refusals(op, context());
    }

    /**
     * Says why a query is refused that may use more functions than others.
     *
     * @param op      the compiled query
     * @param context one of {@link #context()}, in which more functions were registered
     * @return a sentence for each reason; empty if it may be run
     */
    public static Set<String> refusals(Op op, Context context) {
        return new ForbiddenParts(context, false).of(op);
    }

    private static final class ClosedFunctions extends FunctionRegistry {

        ClosedFunctions() {
            FunctionRegistry standard = FunctionRegistry.standardRegistry();
            standard.keys().forEachRemaining(iri -> put(iri, standard.get(iri)));
        }

        @Override
        public FunctionFactory get(String iri) {
            return isRegistered(iri) ? super.get(iri) : null;
        }
    }

    private static final class ClosedProperties extends PropertyFunctionRegistry {

        private final PropertyFunctionRegistry standard = PropertyFunctionRegistry.standardRegistry();
        private final Set<String> known = known(standard);
        private final Map<String, PropertyFunctionFactory> own = new HashMap<>();

        private static Set<String> known(PropertyFunctionRegistry registry) {
            TreeSet<String> names = new TreeSet<>();
            registry.keys().forEachRemaining(names::add);
            return names;
        }

        @Override
        public void put(String iri, PropertyFunctionFactory factory) {
            own.put(iri, factory);
        }

        @Override
        public boolean manages(String iri) {
            return known.contains(iri) || own.containsKey(iri);
        }

        @Override
        public PropertyFunctionFactory get(String iri) {
            return known.contains(iri) ? standard.get(iri) : own.get(iri);
        }
    }
}
