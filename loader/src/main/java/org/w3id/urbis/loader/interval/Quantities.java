package org.w3id.urbis.loader.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.sse.Tags;

/**
 * The parts of some expressions, by number, each after those it is made of. What is written twice is one part, so that it is
 * known that {@code ?x * ?x} is a square.
 */
final class Quantities {
    private static final String MATH = ARQConstants.mathPrefix;
    private static final int GREATEST_POWER = 32;
    /** Beyond these nothing is known of what an expression is made of. */
    private static final int DEEPEST = 200;

    private static final int MOST = 2_000;
    private static final int CIRCLE_ARGUMENTS = 5;
    private static final double RADIAN = Math.PI / 180;

    private final List<Quantity> all = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private final Map<Integer, Expr> choices = new HashMap<>();
    private final List<Var> variables = new ArrayList<>();
    private final Map<Var, Expr> definitions;
    private int depth;

    /**
     * One part.
     *
     * @param operation that it is the result of; null if it is none
     * @param arguments of the operation
     * @param variable  the place of the variable that it is; -1 if it is none
     * @param values    what it can be at all
     */
    record Quantity(Operation operation, int[] arguments, int variable, ValueSet values) {}

    private record Call(String name, List<Integer> arguments) {}

    /**
     * Begins with no parts.
     *
     * @param definitions of variables that only stand for an expression
     */
    Quantities(Map<Var, Expr> definitions) {
        this.definitions = definitions;
    }

    int count() {
        return all.size();
    }

    Quantity get(int number) {
        return all.get(number);
    }

    /** The variables, in the order of their places. */
    List<Var> variables() {
        return variables;
    }

    /** The number of an expression. */
    int of(Expr expression) {
        if (depth == DEEPEST || all.size() >= MOST) {
            return unknown();
        }
        depth++;
        int number = read(expression);
        depth--;
        return number;
    }

    private int read(Expr expression) {
        return switch (expression) {
            case NodeValue value -> of(value);
            case ExprVar variable -> of(variable.asVar());
            case E_If choice -> choice(choice);
            case E_Coalesce choice ->
                call(
                        "coalesce",
                        Choice.ONE,
                        choice.getArgs().stream().mapToInt(this::of).toArray());
            case E_Function function -> of(function.getFunctionIRI(), function.getArgs());
            case ExprFunction function -> of(function.getFunctionSymbol().getSymbol(), function.getArgs());
            default -> unknown();
        };
    }

    private int of(Var variable) {
        Integer number = known.get(variable);
        if (number == null) {
            Expr definition = definitions.get(variable);
            if (definition == null) {
                number = add(new Quantity(null, new int[0], variables.size(), ValueSet.ANYTHING));
                variables.add(variable);
            } else {
                number = of(definition);
            }
            known.put(variable, number);
        }
        return number;
    }

    private int of(NodeValue value) {
        return value.isNumber() ? constant(value.getDouble()) : constant(ValueSet.NO_NUMBER);
    }

    private int constant(double number) {
        return constant(
                Double.isNaN(number)
                        ? ValueSet.between(1, 0, true)
                        : ValueSet.between(number, number).wide());
    }

    private int constant(ValueSet values) {
        return known.computeIfAbsent(values, any -> add(new Quantity(null, new int[0], -1, values)));
    }

    /** Each is another one, even if it is written in the same way: it may be a random number. */
    private int unknown() {
        return add(new Quantity(null, new int[0], -1, ValueSet.ANYTHING));
    }

    private int add(Quantity quantity) {
        all.add(quantity);
        return all.size() - 1;
    }

    private int of(String name, List<Expr> arguments) {
        if (name.equals(Functions.PI) && arguments.isEmpty()) {
            return constant(Math.PI);
        }
        if (name.equals(Functions.POWER) && arguments.size() == 2) {
            return power(arguments.get(0), arguments.get(1));
        }
        if (name.equals(Functions.GREAT_CIRCLE) && arguments.size() == CIRCLE_ARGUMENTS) {
            return greatCircle(arguments);
        }
        Operation operation = Functions.named(name, arguments.size());
        return operation == null
                ? unknown()
                : call(name, operation, arguments.stream().mapToInt(this::of).toArray());
    }

    private int call(String name, Operation operation, int... arguments) {
        return operation == Arithmetic.PRODUCT ? product(arguments) : plain(name, operation, arguments);
    }

    /** A product of which no factor comes twice is worked out as it is written. */
    private int product(int... arguments) {
        Map<Integer, Integer> powers = new LinkedHashMap<>();
        factors(arguments[0], powers);
        factors(arguments[1], powers);
        if (powers.values().stream().allMatch(power -> power == 1)) {
            return plain(Tags.tagMultiply, Arithmetic.PRODUCT, arguments);
        }
        int[] factors = powers.keySet().stream().mapToInt(Integer::intValue).toArray();
        if (factors.length == 1) {
            return power(factors[0], powers.get(factors[0]));
        }
        List<Integer> each = List.copyOf(powers.values());
        return plain("chain " + each, new Chain(each), factors);
    }

    private void factors(int part, Map<Integer, Integer> powers) {
        Quantity product = all.get(part);
        if (product.operation() == Arithmetic.PRODUCT) {
            factors(product.arguments()[0], powers);
            factors(product.arguments()[1], powers);
        } else {
            powers.merge(part, 1, Integer::sum);
        }
    }

    private int plain(String name, Operation operation, int... arguments) {
        Call call = new Call(name, Arrays.stream(arguments).boxed().toList());
        Integer number = known.get(call);
        if (number == null) {
            number = add(new Quantity(operation, arguments, -1, operation.range()));
            known.put(call, number);
        }
        return number;
    }

    private int call(String name, int... arguments) {
        return call(name, Functions.named(name, arguments.length), arguments);
    }

    /** Another one each time, since the expression that chooses may be. */
    private int choice(E_If choice) {
        int[] branches = {of(choice.getArg(2)), of(choice.getArg(3))};
        int number = add(new Quantity(Choice.ONE, branches, -1, ValueSet.ANYTHING));
        choices.put(number, choice.getArg(1));
        return number;
    }

    /** What decides that a part is its first argument and not the second; null if nothing does. */
    Expr choosing(int part) {
        return choices.get(part);
    }

    private int power(Expr base, Expr exponent) {
        if (!(exponent instanceof NodeValue value) || !value.isInteger()) {
            return unknown();
        }
        int power = value.getInteger().bitLength() < Integer.SIZE
                ? value.getInteger().intValue()
                : 0;
        if (power < 2 || power > GREATEST_POWER) {
            return unknown();
        }
        return power(of(base), power);
    }

    private int power(int base, int power) {
        return plain("power " + power, power % 2 == 0 ? Even.power(power) : Monotone.power(power), base);
    }

    /** Our own function, as the haversine formula that it stands for. */
    private int greatCircle(List<Expr> arguments) {
        double degree = degree(arguments.getLast());
        if (!(degree > 0)) {
            return unknown();
        }
        int latitude = degrees(arguments.get(0), 90);
        int otherLatitude = degrees(arguments.get(2), 90);
        int northward = halfSine(otherLatitude, latitude);
        int eastward = halfSine(degrees(arguments.get(3), 180), degrees(arguments.get(1), 180));
        int narrowing = call(Tags.tagMultiply, cosine(latitude), cosine(otherLatitude));
        int square = call(Tags.tagAdd, northward, call(Tags.tagMultiply, narrowing, eastward));
        int arc = call(MATH + "asin", call(MATH + "sqrt", square));
        return call(Tags.tagMultiply, arc, constant(2 * degree / RADIAN));
    }

    private int degrees(Expr argument, int most) {
        return plain("degrees " + most, new Between(most), of(argument));
    }

    private int halfSine(int one, int other) {
        int half = call(Tags.tagMultiply, call(Tags.tagSubtract, one, other), constant(RADIAN / 2));
        int sine = call(MATH + "sin", half);
        return call(Tags.tagMultiply, sine, sine);
    }

    private int cosine(int degrees) {
        return call(MATH + "cos", call(Tags.tagMultiply, degrees, constant(RADIAN)));
    }

    /** How long a degree of latitude is in a unit, by the function itself; not a number if it does not tell. */
    private static double degree(Expr unit) {
        NodeValue equator = NodeValue.makeInteger(0);
        ExprList degree = ExprList.create(equator, equator, NodeValue.makeInteger(1), equator, unit);
        try {
            return unit.isConstant()
                    ? new E_Function(Functions.GREAT_CIRCLE, degree)
                            .eval(BindingFactory.empty(), new FunctionEnvBase())
                            .getDouble()
                    : Double.NaN;
        } catch (ExprEvalException unknown) {
            return Double.NaN;
        }
    }
}
