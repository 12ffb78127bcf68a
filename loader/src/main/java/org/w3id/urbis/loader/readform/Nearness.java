package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;

/**
 * What a condition such as {@code spatialF:greatCircle(46.2, 6.15, ?latitude, ?longitude, units:kilometre) < 100} leaves of
 * latitudes: two points are never nearer to each other than the circles of latitude that they lie on.
 *
 * @param latitude the variable
 * @param south    not below this, in degrees
 * @param north    not above this, in degrees
 */
record Nearness(Var latitude, BigDecimal south, BigDecimal north) {
    private static final String GREAT_CIRCLE = "http://jena.apache.org/function/spatial#greatCircle";
    private static final int ARGUMENTS = 5;
    /** What a distance may be off by, as it is worked out with few digits: a part of it, and some of a degree. */
    private static final double PART = 1e-6;

    private static final double ROOM = 1e-5;

    /** Reads a condition; empty if it is none of these. */
    static Optional<Nearness> of(ExprFunction2 condition) {
        if (condition instanceof E_LessThan || condition instanceof E_LessThanOrEqual) {
            return of(condition.getArg1(), condition.getArg2());
        }
        if (condition instanceof E_GreaterThan || condition instanceof E_GreaterThanOrEqual) {
            return of(condition.getArg2(), condition.getArg1());
        }
        return Optional.empty();
    }

    private static Optional<Nearness> of(Expr distance, Expr longest) {
        if (!(distance instanceof E_Function function)
                || !function.getFunctionIRI().equals(GREAT_CIRCLE)
                || function.getArgs().size() != ARGUMENTS) {
            return Optional.empty();
        }
        List<Expr> arguments = function.getArgs();
        boolean turned = arguments.get(0).isVariable();
        Expr variable = arguments.get(turned ? 0 : 2);
        double centre = number(arguments.get(turned ? 2 : 0));
        double reach = number(longest) / degree(arguments.get(ARGUMENTS - 1)) * (1 + PART) + ROOM;
        return variable.isVariable() && Double.isFinite(centre - reach) && Double.isFinite(centre + reach)
                ? Optional.of(new Nearness(
                        variable.asVar(), BigDecimal.valueOf(centre - reach), BigDecimal.valueOf(centre + reach)))
                : Optional.empty();
    }

    /** How long a degree of latitude is in a unit, by the function itself; not a number if it does not tell. */
    private static double degree(Expr unit) {
        NodeValue equator = NodeValue.makeInteger(0);
        ExprList degree = ExprList.create(equator, equator, NodeValue.makeInteger(1), equator, unit);
        try {
            return unit.isConstant()
                    ? number(new E_Function(GREAT_CIRCLE, degree).eval(BindingFactory.empty(), new FunctionEnvBase()))
                    : Double.NaN;
        } catch (ExprEvalException unknown) {
            return Double.NaN;
        }
    }

    private static double number(Expr expression) {
        return expression instanceof NodeValue value && value.isNumber() ? value.getDouble() : Double.NaN;
    }
}
