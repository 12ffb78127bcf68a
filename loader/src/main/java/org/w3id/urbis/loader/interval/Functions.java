package org.w3id.urbis.loader.interval;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.vocabulary.XSD;

/** The functions whose sets of values are known, by the name that ARQ has for operators and the IRI of others. */
final class Functions {
    static final String PI = ARQConstants.mathPrefix + "pi";
    static final String POWER = ARQConstants.mathPrefix + "pow";
    static final String GREAT_CIRCLE = "http://jena.apache.org/function/spatial#greatCircle";

    private static final Map<String, Operation> OF_ONE = ofOne();

    private static final Map<String, Operation> OF_TWO = Map.of(
            Tags.tagAdd,
            Arithmetic.SUM,
            Tags.tagSubtract,
            Arithmetic.DIFFERENCE,
            Tags.tagMultiply,
            Arithmetic.PRODUCT,
            Tags.tagDivide,
            Arithmetic.QUOTIENT,
            ARQConstants.mathPrefix + "atan2",
            Turning.ANGLE);

    private Functions() {}

    /** The function of that many arguments; null if it is not known. */
    static Operation named(String name, int arguments) {
        return switch (arguments) {
            case 1 -> OF_ONE.get(name);
            case 2 -> OF_TWO.get(name);
            default -> null;
        };
    }

    private static Map<String, Operation> ofOne() {
        Map<String, Operation> all = new HashMap<>();
        String math = ARQConstants.mathPrefix;
        all.put(Tags.tagUnaryMinus, Monotone.NEGATION);
        all.put(Tags.tagUnaryPlus, Likeness.SAME);
        for (String prefix : List.of("", ARQConstants.fnPrefix)) {
            all.put(prefix + "abs", Even.ABSOLUTE);
            all.put(prefix + "round", Likeness.WHOLE);
            all.put(prefix + "floor", Likeness.WHOLE);
        }
        all.put(Tags.tagNumCeiling, Likeness.WHOLE);
        all.put(ARQConstants.fnPrefix + "ceiling", Likeness.WHOLE);
        all.put(math + "sqrt", Monotone.SQUARE_ROOT);
        all.put(math + "exp", Monotone.EXPONENTIAL);
        all.put(math + "log", Monotone.LOGARITHM);
        all.put(math + "log10", Monotone.COMMON_LOGARITHM);
        all.put(math + "asin", Monotone.ARC_SINE);
        all.put(math + "acos", Monotone.ARC_COSINE);
        all.put(math + "atan", Monotone.ARC_TANGENT);
        all.put(math + "sin", Wave.SINE);
        all.put(math + "cos", Wave.COSINE);
        all.put(math + "tan", Turning.TANGENT);
        List.of(XSD.decimal, XSD.xdouble, XSD.xfloat).forEach(kind -> all.put(kind.getURI(), Likeness.CAST));
        List.of(XSD.integer, XSD.xlong, XSD.xint, XSD.xshort, XSD.xbyte)
                .forEach(kind -> all.put(kind.getURI(), Likeness.WHOLE_CAST));
        return Collections.unmodifiableMap(all);
    }
}
