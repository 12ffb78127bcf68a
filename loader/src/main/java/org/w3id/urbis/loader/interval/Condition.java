package org.w3id.urbis.loader.interval;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_NotOneOf;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprList;

/** Something that has to be true, and not an error. */
sealed interface Condition permits Condition.All, Condition.Any, Comparison {

    /** Takes from a box what cannot meet this; false if nothing is left. */
    boolean narrow(Box box);

    /** Reads one; of what is not understood nothing is concluded. */
    static Condition of(Expr expression, Quantities quantities) {
        return of(expression, true, quantities);
    }

    /** Reads that something is true, or that it is false, and not an error. */
    static Condition of(Expr expression, boolean truth, Quantities quantities) {
        return switch (expression) {
            case E_LogicalNot not -> of(not.getArg(), !truth, quantities);
            case E_LogicalAnd and -> either(!truth, each(and, truth, quantities));
            case E_LogicalOr or -> either(truth, each(or, truth, quantities));
            case E_If choice -> choice(choice, truth, quantities);
            case E_OneOf member when truth -> member(member.getLHS(), member.getRHS(), quantities);
            case E_NotOneOf member when !truth -> member(member.getLHS(), member.getRHS(), quantities);
            case E_LessThan less -> compare(less, !truth, truth, quantities);
            case E_LessThanOrEqual less -> compare(less, !truth, truth, quantities);
            case E_GreaterThan greater -> compare(greater, truth, !truth, quantities);
            case E_GreaterThanOrEqual greater -> compare(greater, truth, !truth, quantities);
            case E_Equals equal when truth -> compare(equal, true, true, quantities);
            case E_NotEquals different when !truth -> compare(different, true, true, quantities);
            default -> new All(List.of());
        };
    }

    /** What stands in a row of the same operators. */
    private static List<Condition> each(ExprFunction2 pair, boolean truth, Quantities quantities) {
        List<Condition> all = new ArrayList<>();
        Expr left = pair;
        while (left.getClass() == pair.getClass()) {
            ExprFunction2 more = (ExprFunction2) left;
            all.add(of(more.getArg2(), truth, quantities));
            left = more.getArg1();
        }
        all.add(of(left, truth, quantities));
        return all.reversed();
    }

    private static Condition either(boolean one, List<Condition> conditions) {
        return one ? new Any(conditions) : new All(conditions);
    }

    private static Condition choice(E_If choice, boolean truth, Quantities quantities) {
        Condition first = of(choice.getArg(1), true, quantities);
        Condition second = of(choice.getArg(1), false, quantities);
        return new Any(List.of(
                new All(List.of(first, of(choice.getArg(2), truth, quantities))),
                new All(List.of(second, of(choice.getArg(3), truth, quantities)))));
    }

    private static Condition member(Expr member, ExprList list, Quantities quantities) {
        int left = quantities.of(member);
        List<Condition> each = new ArrayList<>();
        list.forEach((Expr one) -> each.add(Comparison.of(quantities, left, quantities.of(one), true, true)));
        return new Any(each);
    }

    private static Condition compare(ExprFunction2 pair, boolean above, boolean below, Quantities quantities) {
        return Comparison.of(quantities, quantities.of(pair.getArg1()), quantities.of(pair.getArg2()), above, below);
    }

    /** All of some conditions. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean narrow(Box box) {
            for (Condition condition : conditions) {
                if (!condition.narrow(box)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One at least. */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean narrow(Box box) {
            Box all = null;
            for (Condition condition : conditions) {
                Box each = box.copy();
                if (condition.narrow(each)) {
                    all = all == null ? each : all.or(each);
                }
            }
            if (all != null) {
                box.take(all);
            }
            return all != null;
        }
    }
}
