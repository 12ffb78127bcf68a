package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.QueryView;
import org.w3id.urbis.endpoint.page.Text;

/** Runs a query for a page: the first rows, with links that stay in the graph, and a word on what is left out. */
final class AnswerPreview {
    private static final int MOST_ROWS = 500;

    private final Identifiers identifiers;

    AnswerPreview(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Runs the query as far as a page shows it. */
    QueryView of(ReadQuery read, Execution execution, List<Link> forms) {
        String text = read.text();
        if (read.query().isAskType()) {
            String verdict = execution.verdict() ? "Yes" : "No";
            return new QueryView(text, List.of(), List.of(), List.of(), verdict, "", true, forms);
        }
        if (read.makesGraph()) {
            Iterator<Triple> triples = execution.triples();
            List<String> lines = first(triples, AnswerPreview::line);
            return new QueryView(text, List.of(), List.of(), lines, "", cut(triples, "triples"), true, forms);
        }
        Iterator<Binding> rows = execution.rows();
        List<Var> columns = read.columns();
        List<List<Link>> cells = first(
                rows, row -> columns.stream().map(column -> cell(row, column)).toList());
        List<String> names = columns.stream().map(Var::getVarName).toList();
        return new QueryView(text, names, cells, List.of(), "", cut(rows, "rows"), true, forms);
    }

    private static <T, R> List<R> first(Iterator<T> all, Function<T, R> word) {
        List<R> some = new ArrayList<>();
        while (some.size() < MOST_ROWS && all.hasNext()) {
            some.add(word.apply(all.next()));
        }
        return some;
    }

    private static String cut(Iterator<?> rest, String what) {
        boolean more = rest.hasNext();
        Iter.close(rest);
        return more
                ? "Only the first " + MOST_ROWS + " " + what + " are shown. The whole answer is to be had as data."
                : "";
    }

    private Link cell(Binding row, Var column) {
        Node node = row.get(column);
        if (node == null) {
            return new Link("", Text.plain(""));
        }
        if (node.isLiteral()) {
            return new Link("", new Text(node.getLiteralLexicalForm(), node.getLiteralLanguage()));
        }
        if (!node.isURI()) {
            return new Link("", Text.plain(NodeFmtLib.strNT(node)));
        }
        return new Link(identifiers.href(node.getURI()), Text.plain(node.getURI()));
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject()) + " .";
    }
}
