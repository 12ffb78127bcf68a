package org.w3id.urbis.loader.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Finds what has no place in a query: what reaches outside, functions nobody knows, which SPARQL would pass over in
 * silence, and, if the query makes statements for the graph, what comes out another way each time.
 */
final class ForbiddenParts {

    private final FunctionRegistry functions;
    private final boolean repeatable;
    private final Set<String> messages = new TreeSet<>();

    /** Looks by the functions of a context; a query that makes statements has to be repeatable as well. */
    ForbiddenParts(Context context, boolean repeatable) {
        this.functions = FunctionRegistry.get(context);
        this.repeatable = repeatable;
    }

    Set<String> of(Op op) {
        Walker.walk(op, new Operators(), new Expressions());
        return messages;
    }

    private final class Operators extends OpVisitorBase {
        @Override
        public void visit(OpService service) {
            messages.add("SERVICE is refused: nothing is fetched from elsewhere.");
        }
    }

    private final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunction0 function) {
            if (!repeatable) {
                return;
            }
            if (function instanceof E_Now
                    || function instanceof E_Random
                    || function instanceof E_UUID
                    || function instanceof E_StrUUID) {
                messages.add(
                        name(function) + "() is refused: the same file has to give the same statements every time.");
            }
        }

        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_Function && !functions.isRegistered(function.getFunctionIRI())) {
                messages.add("There is no function <" + function.getFunctionIRI() + ">."
                        + (repeatable
                                ? " Ours are below <" + MappingFunctions.NAMESPACE + ">: "
                                        + String.join(", ", MappingFunctions.names()) + "."
                                : ""));
            }
        }

        private String name(ExprFunction function) {
            return function.getFunctionSymbol().getSymbol().toUpperCase(Locale.ROOT);
        }
    }
}
