package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.QueryView;
import org.w3id.urbis.endpoint.page.Text;

/** Runs a query for a page: the first rows, with links that stay in the graph, and a word on what is left out. */
final class AnswerPreview {
    private static final int MOST_ROWS = 500;

    private final DatasetGraph dataset;
    private final Identifiers identifiers;

    AnswerPreview(DatasetGraph dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.identifiers = identifiers;
    }

    /** Runs the query; to be called in a transaction. */
    QueryView of(ReadQuery read, SparqlRequest asked, List<Link> forms) {
        Query query = QueryFactory.create(read.text(), Syntax.syntaxSPARQL_12);
        DatasetGraph scope = scope(query, asked);
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        try (QueryExec execution = QueryExec.dataset(scope)
                .context(dataset.getContext())
                .query(query)
                .build()) {
            String text = read.text();
            if (query.isAskType()) {
                String verdict = execution.ask() ? "Yes" : "No";
                return new QueryView(text, List.of(), List.of(), List.of(), verdict, "", true, forms);
            }
            if (read.makesGraph()) {
                Iterator<Triple> triples =
                        query.isConstructType() ? execution.constructTriples() : execution.describeTriples();
                List<String> lines = first(triples, AnswerPreview::line);
                return new QueryView(text, List.of(), List.of(), lines, "", cut(triples, "triples"), true, forms);
            }
            RowSet rows = execution.select();
            List<Var> columns = rows.getResultVars();
            List<List<Link>> cells = first(
                    rows,
                    row -> columns.stream().map(column -> cell(row, column)).toList());
            return new QueryView(
                    text,
                    columns.stream().map(Var::getVarName).toList(),
                    cells,
                    List.of(),
                    "",
                    cut(rows, "rows"),
                    true,
                    forms);
        }
    }

    /** The graphs asked for by parameter, else by FROM, else all; nothing is ever fetched. */
    private DatasetGraph scope(Query query, SparqlRequest asked) {
        DatasetDescription description =
                asked.defaultGraphs().isEmpty() && asked.namedGraphs().isEmpty()
                        ? DatasetDescription.create(query.getGraphURIs(), query.getNamedGraphURIs())
                        : DatasetDescription.create(asked.defaultGraphs(), asked.namedGraphs());
        return DynamicDatasets.dynamicDataset(description, dataset, false);
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
