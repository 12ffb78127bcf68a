package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.Comparator;
import org.apache.jena.graph.Node;

/**
 * The order of numbers by value, whatever their datatype: the terms of a read form begin with them, so that those between
 * two bounds stand side by side wherever statements are sorted by value.
 */
final class NumericValues {

    /** Before all that is no number; those of one value keep their order. */
    static final Comparator<Object> ORDER = NumericValues::compare;

    private NumericValues() {}

    /**
     * The value of a number: a {@link BigDecimal}, or a {@link Double} if it is infinite or NaN, which ARQ holds
     * to be above all others; null if it is none.
     */
    static Object of(Node term) {
        if (!term.isLiteral() || !term.getLiteral().isWellFormed()) {
            return null;
        }
        return switch (term.getLiteralValue()) {
            case BigDecimal decimal -> decimal;
            case Double number -> of(number);
            case Float number -> of((double) number);
            case Number whole -> new BigDecimal(whole.toString());
            case null, default -> null;
        };
    }

    private static Object of(double number) {
        return Double.isFinite(number) ? new BigDecimal(number) : (Object) number;
    }

    private static int compare(Object one, Object other) {
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return left.compareTo(right);
        }
        return Double.compare(extreme(one), extreme(other));
    }

    private static double extreme(Object value) {
        return value instanceof Double extreme ? extreme : 0;
    }
}
