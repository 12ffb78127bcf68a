package org.w3id.urbis.loader.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.util.ExprUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.reach.Reach;

class NarrowingTest {
    private static final String MATH = "<http://www.w3.org/2005/xpath-functions/math#";
    private static final String XSD = "<http://www.w3.org/2001/XMLSchema#";
    private static final List<Var> VARIABLES = List.of(Var.alloc("x"), Var.alloc("y"), Var.alloc("z"));

    private static final List<String> UNARY = List.of(
            "-(%s)",
            "+(%s)",
            "abs(%s)",
            "ceil(%s)",
            "floor(%s)",
            "round(%s)",
            XSD + "double>(%s)",
            XSD + "decimal>(%s)",
            XSD + "float>(%s)",
            XSD + "integer>(%s)",
            MATH + "sqrt>(%s)",
            MATH + "exp>(%s)",
            MATH + "log>(%s)",
            MATH + "log10>(%s)",
            MATH + "sin>(%s)",
            MATH + "cos>(%s)",
            MATH + "tan>(%s)",
            MATH + "asin>(%s)",
            MATH + "acos>(%s)",
            MATH + "atan>(%s)",
            MATH + "pow>(%s, 2)",
            MATH + "pow>(%s, 3)",
            "(%1$s * %1$s)");

    private static final List<String> BINARY = List.of(
            "(%s + %s)",
            "(%s - %s)",
            "(%s * %s)",
            "(%s / %s)",
            "(%s + %s)",
            "(%s - %s)",
            "(%s * %s)",
            MATH + "atan2>(%s, %s)",
            "if(%1$s < %2$s, %1$s, -(%2$s))",
            "coalesce(%s, %s)",
            "<http://jena.apache.org/function/spatial#greatCircle>(%s, 5, %s, ?y,"
                    + " <http://www.opengis.net/def/uom/OGC/1.0/kilometre>)");

    private static final List<String> COMPARED = List.of("<", "<=", ">", ">=", "=");

    private static final List<String> CONSTANTS = List.of(
            "0", "1", "2", "90", "0.5", "1e0", "-3.25", "\"0.1\"^^" + XSD + "float>", "57.29577951308232e0", "\"7\"");

    private static final List<String> ODD = List.of(
            "\"NaN\"^^" + XSD + "double>",
            "\"INF\"^^" + XSD + "double>",
            "\"-INF\"^^" + XSD + "float>",
            "\"4\"",
            "true",
            "\"PT5S\"^^" + XSD + "duration>",
            "1e300",
            "123456789012345678901234567890123456789012345",
            "-0.0e0",
            "0",
            "\"1e-40\"^^" + XSD + "float>",
            "1e-40");

    private final Random random = new Random(20_261_122);

    @BeforeAll
    static void enlist() {
        Reach.enlist();
    }

    /** What meets a condition is never left out: of thousands of formulas, each about some of twenty rows, at their very edge. */
    @Test
    void nothingIsLost() {
        int met = 0;
        int narrowed = 0;
        for (int round = 0; round < 600; round++) {
            List<Binding> rows =
                    Stream.generate(() -> row(random.nextInt(3))).limit(20).toList();
            String condition = condition(rows, 1 + random.nextInt(3));
            Expr expression = ExprUtils.parse(condition);
            Optional<Map<Var, ValueSet>> left =
                    Narrowing.of(List.of(expression), Map.of()).of(known(rows));
            narrowed += left.isEmpty() || left.get().values().stream().anyMatch(set -> !set.isUnbounded()) ? 1 : 0;
            for (Binding row : rows) {
                if (holds(expression, row)) {
                    met++;
                    assertTrue(left.isPresent(), () -> condition + " leaves nothing, but is met by " + row);
                    left.get()
                            .forEach((variable, set) -> assertTrue(
                                    has(set, NodeValue.makeNode(row.get(variable))),
                                    () -> condition + " leaves " + set + " of " + variable + ", but is met by " + row));
                }
            }
        }
        int all = met;
        int some = narrowed;
        assertTrue(all > 2_000 && some > 250, () -> "too little was looked at: " + all + ", " + some);
    }

    private String condition(List<Binding> rows, int parts) {
        StringBuilder all = new StringBuilder();
        for (int part = 0; part < parts; part++) {
            String formula = formula(1 + random.nextInt(4));
            String bound = formula(1);
            if (random.nextInt(4) > 0) {
                NodeValue value = value(ExprUtils.parse(formula), rows.get(random.nextInt(rows.size())));
                bound = value == null ? bound : ExprUtils.fmtSPARQL(value);
            }
            String compared = COMPARED.get(random.nextInt(COMPARED.size()));
            String each = "(" + formula + " " + compared + " " + bound + ")";
            each = random.nextInt(6) == 0 ? "(" + bound + " IN (" + formula + ", 3))" : each;
            each = random.nextInt(4) == 0 ? "!" + each : each;
            all.append(part == 0 ? "" : random.nextBoolean() ? " && " : " || ").append(each);
        }
        return all.toString();
    }

    private String formula(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return random.nextInt(3) == 0
                    ? pick(CONSTANTS)
                    : VARIABLES.get(random.nextInt(3)).toString();
        }
        return random.nextBoolean()
                ? pick(UNARY).formatted(formula(depth - 1))
                : pick(BINARY).formatted(formula(depth - 1), formula(depth - 1));
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Binding row(int kind) {
        BindingBuilder row = Binding.builder();
        for (Var variable : VARIABLES) {
            String number =
                    switch (random.nextInt(4)) {
                        case 0 -> Integer.toString(random.nextInt(-100, 100));
                        case 1 -> Math.round(random.nextDouble(-90, 90) * 1000) / 1000.0 + "";
                        case 2 -> Math.round(random.nextDouble(-4, 4) * 1e6) + "e-6";
                        default -> "\"" + random.nextFloat(-200, 200) + "\"^^" + XSD + "float>";
                    };
            String term = kind == 0 && random.nextInt(4) == 0 ? pick(ODD) : number;
            row.add(variable, ExprUtils.parse(term).getConstant().asNode());
        }
        return row.build();
    }

    /** Sometimes nothing, else what a property's least and greatest value tell. */
    private Map<Var, ValueSet> known(List<Binding> rows) {
        Map<Var, ValueSet> known = new HashMap<>();
        for (Var variable : VARIABLES) {
            if (random.nextInt(5) > 0) {
                known.put(
                        variable,
                        rows.stream()
                                .map(row -> set(NodeValue.makeNode(row.get(variable))))
                                .reduce(ValueSet.NOTHING, ValueSet::or));
            }
        }
        return known;
    }

    private static ValueSet set(NodeValue value) {
        if (!value.isNumber()) {
            return ValueSet.NO_NUMBER;
        }
        double number = value.getDouble();
        return Double.isNaN(number) ? ValueSet.between(1, 0, true) : ValueSet.between(number, number);
    }

    private static boolean has(ValueSet set, NodeValue value) {
        if (!value.isNumber()) {
            return set.other();
        }
        double number = value.getDouble();
        return Double.isNaN(number) ? set.nan() : number >= set.low() && number <= set.high();
    }

    private static NodeValue value(Expr expression, Binding row) {
        try {
            return expression.eval(row, new FunctionEnvBase());
        } catch (ExprEvalException | ArithmeticException | NumberFormatException none) {
            return null;
        }
    }

    private static boolean holds(Expr expression, Binding row) {
        NodeValue value = value(expression, row);
        return value != null && value.isBoolean() && value.getBoolean();
    }

    /** Formulas of distances as people write them, about a place at 52.5 north and 13.4 east. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        (?x-52.5)*(?x-52.5)+(?y-13.4)*(?y-13.4) < 0.25                              ; 52   ; 53   ; 12.9 ; 13.9
        math:pow(?x-52.5, 2) + math:pow(?y-13.4, 2) < 0.25                          ; 52   ; 53   ; 12.9 ; 13.9
        ABS(?x-52.5) < 1 && ABS(13.4-?y) <= 2                                       ; 51.5 ; 53.5 ; 11.4 ; 15.4
        ?x - 52.5 < 1 && ?x - 52.5 > -1 && !(?y < 10 || 2 * ?y >= 40)               ; 51.5 ; 53.5 ; 10   ; 20
        xsd:double(?x) > 50 && xsd:decimal(?x) < 51 && ?y IN (3, 5, 4)              ; 50   ; 51   ; 3    ; 5
        math:sqrt(?n*?n + ?e*?e * math:pow(math:cos(52.5*?d), 2)) * 111.195 < 100   ; 51.6 ; 53.4 ; 11.9 ; 14.9
        math:sqrt(?n*?n + math:pow(?e * math:cos((?x+52.5)*?d/2), 2))*111.195 < 100 ; 51.6 ; 53.4 ; 11.9 ; 14.9
        12742*math:asin(math:sqrt(?h)) < 100                                        ; 51.6 ; 53.4 ; 11.9 ; 14.9
        12742*math:atan2(math:sqrt(?h), math:sqrt(1-?h)) < 100                      ; 51.6 ; 53.4 ; 11.9 ; 14.9
        6371*math:acos(?c) < 100                                                    ; 51.6 ; 53.4 ; 11.9 ; 14.9
        6371*math:acos(IF(?c > 1, 1, ?c)) < 100                                     ; 51.6 ; 53.4 ; 11.9 ; 14.9
        spatialF:greatCircle(52.5, 13.4, ?x, ?y, units:kilometre) < 100             ; 51.6 ; 53.4 ; 11.9 ; 14.9
        """)
    void aDistanceLeavesABox(String condition, double south, double north, double west, double east) {
        Map<Var, ValueSet> left = left(condition, 52.5, 13.4).orElseThrow();
        boolean steep = condition.contains("acos");
        assertSet(south, north, steep ? 0.3 : 0.06, left.get(VARIABLES.get(0)));
        assertSet(west, east, steep ? 4 : 0.06, left.get(VARIABLES.get(1)));
    }

    private static void assertSet(double low, double high, double room, ValueSet set) {
        assertEquals(low, set.low(), room);
        assertEquals(high, set.high(), room);
        assertTrue(!set.nan() && !set.other());
    }

    private static Optional<Map<Var, ValueSet>> left(String condition, double latitude, double longitude) {
        Map<Var, Expr> definitions = new HashMap<>();
        definitions.put(Var.alloc("d"), parsed("math:pi()/180"));
        definitions.put(Var.alloc("n"), parsed("?x - " + latitude));
        definitions.put(Var.alloc("e"), parsed("?y - " + longitude));
        definitions.put(
                Var.alloc("h"),
                parsed("math:pow(math:sin(?n*?d/2), 2)"
                        + " + math:cos(%1$s*?d) * math:cos(?x*?d) * math:sin(?e*?d/2) * math:sin(?e*?d/2)"
                                .formatted(latitude)));
        definitions.put(
                Var.alloc("c"),
                parsed(("math:sin(%1$s*?d)*math:sin(?x*?d) + math:cos(%1$s*?d)*math:cos(?x*?d)*math:cos(?e*?d)")
                        .formatted(latitude)));
        return Narrowing.of(List.of(parsed(condition)), definitions)
                .of(Map.of(VARIABLES.get(0), ValueSet.between(-90, 90), VARIABLES.get(1), ValueSet.between(-180, 180)));
    }

    private static Expr parsed(String expression) {
        return ExprUtils.parse(expression
                .replaceAll("math:([a-z0-9]+)", MATH + "$1>")
                .replaceAll("xsd:([a-z]+)", XSD + "$1>")
                .replaceAll("spatialF:([A-Za-z]+)", "<http://jena.apache.org/function/spatial#$1>")
                .replaceAll("units:([a-z]+)", "<http://www.opengis.net/def/uom/OGC/1.0/$1>"));
    }

    @Test
    void thereAreTwoSidesOfTheDateLineAndAllLongitudesAroundAPole() {
        for (String distance : List.of("12742*math:asin(math:sqrt(?h))", "6371*math:acos(?c)")) {
            Map<Var, ValueSet> line = left(distance + " < 100", -17, 179.9).orElseThrow();
            assertSet(-17.9, -16.1, 0.2, line.get(VARIABLES.get(0)));
            assertSet(-180, 180, 0.2, line.get(VARIABLES.get(1)));
            Map<Var, ValueSet> pole = left(distance + " < 100", 89.9, 20).orElseThrow();
            assertSet(89, 90, 0.2, pole.get(VARIABLES.get(0)));
            assertSet(-180, 180, 0.2, pole.get(VARIABLES.get(1)));
        }
    }

    @Test
    void whatCannotBeIsKnown() {
        for (String never :
                List.of("?x > 91", "?n*?n < -1", "math:sin(?x) > 1.1", "?x < 5 && ?x > 6", "?x*?y > 20000")) {
            assertTrue(left(never, 0, 0).isEmpty(), never);
        }
    }

    /** A text that reads as a number is met by a cast, and texts are compared and added like numbers. */
    @Test
    void nothingIsConcludedOfWhatMayBeNoNumber() {
        for (String open : List.of(
                "?x < ?y",
                "?x > \"4\"",
                "?x + ?y > ?z",
                "xsd:double(?x) > 5",
                "?x / ?y > 2",
                "?x != 1",
                "RAND() > 5",
                "COALESCE(?x, 7) > 5",
                "IF(?y, ?x, 7) > 5")) {
            Map<Var, ValueSet> left =
                    Narrowing.of(List.of(parsed(open)), Map.of()).of(Map.of()).orElseThrow();
            left.forEach((variable, set) -> assertEquals(ValueSet.ANYTHING, set, open + " " + variable));
        }
    }

    @Test
    void aLongConditionIsGivenUpInTime() {
        String many = " && ?x * ?y < 7 && ?x + ?y * ?x > 2".repeat(2_000);
        Narrowing narrowing = Narrowing.of(List.of(parsed("?x > 3" + many)), Map.of());
        assertTrue(narrowing.of(Map.of()).orElseThrow().get(VARIABLES.get(0)).low() > 2);
    }
}
