package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/** Each question of the catalogue is answered by the read form of the graph that ships as by its store. */
class ShippedReadFormTest {

    private static Revision revision;
    private static DatasetGraph form;

    @BeforeAll
    static void open() {
        revision = ShippedGraph.loaded().revision();
        ReadForm opened = ReadForm.open(revision.readForm());
        assertEquals(revision.quads(), opened.quads());
        form = opened.dataset();
    }

    static Stream<CatalogueQuery> queries() {
        return QueryCatalogue.shipped().queries().stream().filter(query -> !query.isFederated());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theReadFormAnswersAsTheStoreDoes(CatalogueQuery query) {
        List<String> expected = Store.read(revision, store -> answer(query.query(), store));
        assertTrue(!expected.isEmpty(), query.name());
        assertEquals(expected, answer(query.query(), form), query.name());
    }

    /** The rows or triples, sorted: where a question leaves the order open, each may choose its own. */
    private static List<String> answer(Query query, DatasetGraph dataset) {
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            if (query.isAskType()) {
                return List.of(Boolean.toString(execution.ask()));
            }
            if (query.isConstructType()) {
                return execution.construct().stream()
                        .map(NodeFmtLib::strNT)
                        .sorted()
                        .toList();
            }
            RowSet rows = execution.select();
            return rows.stream()
                    .map(row -> rows.getResultVars().stream()
                            .map(variable -> variable + "=" + row.get(variable))
                            .toList()
                            .toString())
                    .sorted()
                    .toList();
        }
    }
}
