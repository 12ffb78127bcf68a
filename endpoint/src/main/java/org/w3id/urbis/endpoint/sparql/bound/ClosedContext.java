package org.w3id.urbis.endpoint.sparql.bound;

import java.time.Duration;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.reach.Reach;

/**
 * Takes from a dataset's context what a query must not have: endpoints that are not allowed, Java classes by name, endless time,
 * endless memory for one value.
 *
 * <p>It is set on the dataset and not on a server, so that every way to it is closed alike.
 */
public final class ClosedContext {
    /** Rows that sorting and telling apart hold in memory; more go to temporary files. */
    private static final long HELD_ROWS = 100_000;

    private ClosedContext() {}

    /**
     * Closes a context.
     *
     * @param context      of a dataset
     * @param queryTimeout longest a query may run
     * @param services     runs SERVICE, or refuses it
     */
    public static void close(Context context, Duration queryTimeout, ServiceExecutorRegistry services) {
        context.set(ARQ.queryTimeout, Long.toString(queryTimeout.toMillis()));
        context.set(ARQ.httpServiceAllowed, false);
        // The switch above is not enough: SILENT would turn its refusal into an empty answer.
        ServiceExecutorRegistry.set(context, services);
        FunctionRegistry.set(context, ClosedFunctions.registry());
        context.set(ARQConstants.sysOptimizerFactory, (RewriteFactory) Bounding::new);
        context.set(ARQ.spillToDiskThreshold, HELD_ROWS);
        PropertyFunctionRegistry.set(context, registeredPropertyFunctions());
    }

    private static PropertyFunctionRegistry registeredPropertyFunctions() {
        PropertyFunctionRegistry registered = PropertyFunctionRegistry.get();
        PropertyFunctionRegistry closed = new ClosedPropertyFunctions();
        registered.keys().forEachRemaining(iri -> closed.put(iri, registered.get(iri)));
        Reach.into(closed);
        return closed;
    }

    /** Those registered by name, without the loading of classes that the registry does for other predicates. */
    private static final class ClosedPropertyFunctions extends PropertyFunctionRegistry {
        @Override
        public boolean manages(String iri) {
            return isRegistered(iri);
        }

        @Override
        public PropertyFunctionFactory get(String iri) {
            return isRegistered(iri) ? super.get(iri) : null;
        }
    }
}
