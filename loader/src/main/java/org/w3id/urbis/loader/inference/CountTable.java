package org.w3id.urbis.loader.inference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/** The answer of a sub-query, which may stand in its place. */
final class CountTable {

    private final List<Var> columns;
    private final List<Binding> rows = new ArrayList<>();

    CountTable(String... columns) {
        this.columns = Stream.of(columns).map(Var::alloc).toList();
    }

    /** A table of one row and one column: how many there are. */
    static List<CountTable> one(String column, BitSet members) {
        return List.of(new CountTable(column).row(members.cardinality()));
    }

    /** Adds a row of terms and numbers. */
    CountTable row(Object... values) {
        BindingBuilder row = Binding.builder();
        for (int i = 0; i < values.length; i++) {
            row.add(columns.get(i), values[i] instanceof Node term ? term : whole(values[i]));
        }
        rows.add(row.build());
        return this;
    }

    private static Node whole(Object number) {
        return NodeFactory.createLiteralDT(number.toString(), XSDDatatype.XSDinteger);
    }

    /**
     * Puts tables where sub-queries with just these columns stand.
     *
     * @throws UnusableRuleException if some sub-query is left, or some table
     */
    static Query filledIn(Rule rule, List<CountTable> tables) {
        Map<List<Var>, CountTable> left = new HashMap<>();
        tables.forEach(table -> left.put(table.columns, table));
        Query query = rule.query().cloneQuery();
        query.setQueryPattern(filledIn(rule, query.getQueryPattern(), left));
        if (!left.isEmpty()) {
            throw new UnusableRuleException(rule.name(), "does not ask for what is counted");
        }
        return query;
    }

    private static Element filledIn(Rule rule, Element asked, Map<List<Var>, CountTable> left) {
        if (asked instanceof ElementGroup group) {
            ElementGroup filled = new ElementGroup();
            group.getElements().forEach(element -> filled.addElement(filledIn(rule, element, left)));
            return filled;
        }
        if (asked instanceof ElementSubQuery inner) {
            CountTable table = left.remove(inner.getQuery().getProjectVars());
            if (table == null) {
                throw new UnusableRuleException(rule.name(), "asks for what is not counted");
            }
            return new ElementData(table.columns, table.rows);
        }
        return asked;
    }
}
