package org.w3id.urbis.loader.mapping;

import java.util.List;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;

/** A function whose value depends on its arguments alone. */
final class PureFunction extends FunctionBase {

    private final int fewest;
    private final int most;
    private final MappingFunctions.Computation computation;

    PureFunction(int fewest, int most, MappingFunctions.Computation computation) {
        this.fewest = fewest;
        this.most = most;
        this.computation = computation;
    }

    @Override
    public void checkBuild(String iri, ExprList arguments) {
        if (arguments.size() < fewest || arguments.size() > most) {
            throw new QueryBuildException("<" + iri + "> takes " + fewest + (most > fewest ? " to " + most : "")
                    + " argument(s), not " + arguments.size());
        }
    }

    @Override
    public NodeValue exec(List<NodeValue> arguments) {
        return computation
                .apply(arguments)
                .orElseThrow(() -> new ExprEvalException("Nothing to be made of " + arguments));
    }
}
