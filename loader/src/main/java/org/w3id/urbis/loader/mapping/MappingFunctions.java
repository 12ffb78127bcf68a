package org.w3id.urbis.loader.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * What mappings and rules may call besides SPARQL's own functions, under {@code https://w3id.org/urbis/function#}.
 *
 * <table>
 * <caption>The functions</caption>
 * <tr><th>Call</th><th>Gives</th></tr>
 * <tr><td>{@code fn:slug(text)}</td><td>the text as the last part of an IRI: {@code "Łódź"} gives {@code "lodz"}</td></tr>
 * <tr><td>{@code fn:date(text)}</td><td>the {@code xsd:date}, {@code xsd:gYearMonth} or {@code xsd:gYear} written in
 * the text, as precise as it is: {@code "8 December 2015"}, {@code "2015-12"}, {@code "2015"}; not
 * {@code "8/12/2015"}, which has two readings</td></tr>
 * <tr><td>{@code fn:date(text, pattern)}</td><td>the same by a pattern of Java's {@code DateTimeFormatter}, such as
 * {@code "dd/MM/uuuu"}</td></tr>
 * <tr><td>{@code fn:number(text)}</td><td>the first number in the text as {@code xsd:integer} or {@code xsd:decimal}:
 * {@code "nearly 1.5 million"} gives 1500000; of a range the lower end</td></tr>
 * <tr><td>{@code fn:upper-number(text)}</td><td>the upper end of a range: {@code "50-100"} gives 100</td></tr>
 * <tr><td>{@code fn:comparator(text)}</td><td>the code that says how that number is meant: {@code "nearly 100"} gives
 * {@code <https://w3id.org/urbis/id/comparator/nearly>}, a bare number {@code exactly}</td></tr>
 * <tr><td>{@code fn:last-day(date)}</td><td>the last day of a year, month or day as {@code xsd:date}</td></tr>
 * <tr><td>{@code ?part fn:part (text separator)}</td><td>each part of a list in a cell: a triple pattern, not a call</td></tr>
 * </table>
 *
 * <p>A text that does not hold what is asked for is an error in SPARQL's sense: {@code BIND} leaves the variable unbound
 * and the statements that need it are not made.
 */
public final class MappingFunctions {

    /** Where the functions are named. */
    public static final String NAMESPACE = BaseIri.URBIS.value() + "function#";

    private static final Map<String, PureFunction> FUNCTIONS = Map.of(
            "slug",
                    new PureFunction(1, 1, arguments -> text(arguments)
                            .map(Slug::of)
                            .filter(slug -> !slug.isEmpty())
                            .map(NodeValue::makeString)),
            "date", new PureFunction(1, 2, MappingFunctions::date),
            "number",
                    new PureFunction(1, 1, arguments -> number(arguments)
                            .map(QualifiedNumber::value)
                            .map(MappingFunctions::value)),
            "upper-number",
                    new PureFunction(1, 1, arguments -> number(arguments)
                            .flatMap(QualifiedNumber::upper)
                            .map(MappingFunctions::value)),
            "comparator",
                    new PureFunction(1, 1, arguments -> number(arguments)
                            .map(number -> NodeValue.makeNode(BaseIri.URBIS.thing("comparator", number.comparator())))),
            "last-day",
                    new PureFunction(1, 1, arguments -> text(arguments)
                            .flatMap(text -> PartialDate.lastDay(
                                    text, arguments.getFirst().asNode().getLiteralDatatypeURI()))
                            .map(day -> NodeValue.makeDate(day.toString()))));

    private MappingFunctions() {}

    /**
     * Makes a context in which queries can call the functions, SPARQL's own and no others, and reach nothing outside.
     *
     * @return a new context, for queries over data in memory
     */
    public static Context context() {
        Context context = ClosedQueries.context();
        FunctionRegistry registry = FunctionRegistry.get(context);
        PropertyFunctionRegistry.get(context).put(NAMESPACE + "part", iri -> new PartsOfText());
        FUNCTIONS.forEach((name, function) -> registry.put(NAMESPACE + name, iri -> function));
        return context;
    }

    /**
     * Says why a query may not make statements for the graph.
     *
     * @param op the compiled query
     * @return a sentence for each reason; empty if it may
     */
    public static Set<String> refusals(Op op) {
        return new ForbiddenParts(context(), true).of(op);
    }

    /**
     * Lists the functions.
     *
     * @return their local names, sorted
     */
    public static List<String> names() {
        return List.copyOf(new TreeSet<>(FUNCTIONS.keySet()));
    }

    private static Optional<String> text(List<NodeValue> arguments) {
        NodeValue argument = arguments.getFirst();
        return argument.asNode().isLiteral()
                ? Optional.of(argument.asNode().getLiteralLexicalForm())
                : Optional.empty();
    }

    private static Optional<QualifiedNumber> number(List<NodeValue> arguments) {
        return text(arguments).flatMap(QualifiedNumber::of);
    }

    private static NodeValue value(BigDecimal number) {
        return number.scale() == 0 ? NodeValue.makeInteger(number.toBigInteger()) : NodeValue.makeDecimal(number);
    }

    private static Optional<NodeValue> date(List<NodeValue> arguments) {
        return text(arguments)
                .flatMap(text -> {
                    try {
                        return arguments.size() == 1
                                ? PartialDate.of(text)
                                : PartialDate.of(text, arguments.get(1).asString());
                    } catch (IllegalArgumentException e) {
                        throw new ExprEvalException(
                                "Not a pattern for dates: " + arguments.get(1).asString(), e);
                    }
                })
                .map(NodeValue::makeNode);
    }

    /** How a function computes: from arguments to a value, or to nothing, which is an error in SPARQL's sense. */
    @FunctionalInterface
    interface Computation extends Function<List<NodeValue>, Optional<NodeValue>> {}
}
