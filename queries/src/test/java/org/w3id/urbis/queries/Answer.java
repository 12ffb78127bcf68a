package org.w3id.urbis.queries;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;

/** An answer to a question: rows, a truth value or a graph. */
final class Answer {

    private final RowSetRewindable rows;
    private final Boolean truth;
    private final Graph graph;
    private final boolean ordered;

    private Answer(RowSetRewindable rows, Boolean truth, Graph graph, boolean ordered) {
        this.rows = rows;
        this.truth = truth;
        this.graph = graph;
        this.ordered = ordered;
    }

    static Answer of(Query query, DatasetGraph data) {
        try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
            return switch (query.queryType()) {
                case SELECT -> new Answer(execution.select().rewindable(), null, null, query.hasOrderBy());
                case ASK -> new Answer(null, execution.ask(), null, false);
                default -> new Answer(null, null, execution.construct(GraphFactory.createDefaultGraph()), false);
            };
        }
    }

    /** Reads an expected answer of the same kind. */
    static Answer parse(String text, Answer kind) {
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (kind.graph != null) {
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
            return new Answer(null, null, graph, false);
        }
        if (kind.truth != null) {
            return new Answer(null, ResultSetMgr.readBoolean(in, ResultSetLang.RS_JSON), null, false);
        }
        RowSet rows = RowSetReaderRegistry.createReader(ResultSetLang.RS_JSON).read(in, new Context());
        return new Answer(rows.rewindable(), null, null, kind.ordered);
    }

    boolean isEmpty() {
        return rows != null ? rows.size() == 0 : graph != null && graph.isEmpty();
    }

    boolean equalTo(Answer other) {
        if (graph != null) {
            return graph.isIsomorphicWith(other.graph);
        }
        if (truth != null) {
            return truth.equals(other.truth);
        }
        rows.reset();
        other.rows.reset();
        return ordered
                ? ResultsCompare.equalsByTermAndOrder(rows, other.rows)
                : ResultsCompare.equalsByTerm(rows, other.rows);
    }

    String ending() {
        return graph != null ? ".expected.ttl" : ".expected.srj";
    }

    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (graph != null) {
            RDFWriter.source(graph).lang(Lang.TURTLE).output(out);
        } else if (truth != null) {
            RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .write(out, truth, new Context());
        } else {
            rows.reset();
            RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .write(out, rows, new Context());
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
