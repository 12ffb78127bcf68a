package org.w3id.urbis.loader.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Rows for a person to read: words without quotation marks, language tags or datatypes, IRIs by the query's prefixes,
 * numbers to the right. Whoever needs the exact terms asks for another format.
 */
final class AnswerTable {

    private AnswerTable() {}

    static String of(RowSet rows, PrefixMapping prefixes) {
        List<Var> variables = rows.getResultVars();
        List<String[]> cells = new ArrayList<>();
        while (rows.hasNext()) {
            Binding row = rows.next();
            cells.add(variables.stream()
                    .map(variable -> cell(row.get(variable), prefixes))
                    .toArray(String[]::new));
        }
        boolean[] right = new boolean[variables.size()];
        for (int i = 0; i < right.length; i++) {
            int column = i;
            right[i] =
                    !cells.isEmpty() && cells.stream().allMatch(row -> row[column].isEmpty() || isNumber(row[column]));
        }
        Columns columns = new Columns(variables.stream().map(Var::getVarName).toList(), right);
        cells.forEach(columns::row);
        return columns + (cells.size() == 1 ? "1 row" : cells.size() + " rows") + "\n";
    }

    private static String cell(Node node, PrefixMapping prefixes) {
        if (node == null) {
            return "";
        }
        String text = node.isURI()
                ? prefixes.shortForm(node.getURI())
                : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        // One row, one line: a line break or a terminal's control character in the data must not break the table.
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static boolean isNumber(String text) {
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException words) {
            return false;
        }
    }
}
