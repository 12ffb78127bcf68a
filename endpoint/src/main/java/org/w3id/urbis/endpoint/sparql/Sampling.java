package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Looks at the beginning of an answer and counts the rest. */
final class Sampling {
    /** Nobody who looks for a question needs to know whether it has ten or twenty thousand answers. */
    private static final int MOST_COUNTED = 10_000;

    private Sampling() {}

    /**
     * Takes a sample.
     *
     * @param shown how many rows to keep
     */
    static AnswerSample of(ReadQuery read, Execution execution, int shown) {
        String form = read.query().queryType().name().toLowerCase(Locale.ROOT);
        if (read.query().isAskType()) {
            return new AnswerSample(List.of(), List.of(), execution.verdict() ? 1 : 0, false, form);
        }
        if (read.makesGraph()) {
            Iterator<?> triples = execution.triples();
            long count = counted(triples, 0);
            return new AnswerSample(List.of(), List.of(), count, triples.hasNext(), form);
        }
        Iterator<Binding> rows = execution.rows();
        List<Map<String, Node>> first = new ArrayList<>();
        while (first.size() < shown && rows.hasNext()) {
            first.add(row(rows.next(), read.columns()));
        }
        long count = counted(rows, first.size());
        boolean more = rows.hasNext();
        Iter.close(rows);
        return new AnswerSample(read.columns().stream().map(Var::getVarName).toList(), first, count, more, form);
    }

    private static long counted(Iterator<?> rest, int before) {
        long count = before;
        while (count < MOST_COUNTED && rest.hasNext()) {
            rest.next();
            count++;
        }
        return count;
    }

    /** A row with its terms, which may be needed when the revision is not held any more. */
    private static Map<String, Node> row(Binding row, List<Var> columns) {
        Map<String, Node> terms = new HashMap<>();
        columns.forEach(column -> {
            Node term = row.get(column);
            if (term != null) {
                terms.put(column.getVarName(), term);
            }
        });
        return terms;
    }
}
