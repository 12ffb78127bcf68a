package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionNames;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.reach.Reach;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * Each question of the catalogue on the graph that ships, answered by its store as the {@code .answer.csv} beside it says,
 * and by its read form as by its store. Run with
 * {@code -Durbis.write-missing-answers=true} to have missing answers written, to be reviewed; delete those that are to be
 * written anew.
 */
class ShippedAnswersTest {

    private static final boolean WRITE_MISSING = Boolean.getBoolean("urbis.write-missing-answers");

    private static Revision revision;
    private static DatasetGraph form;

    @BeforeAll
    static void load() {
        revision = ShippedGraph.loaded().revision();
        ReadForm opened = ReadForm.open(revision.readForm());
        assertEquals(revision.quads(), opened.quads());
        form = opened.dataset();
        Reach.enlist();
        Reach.names(form.getContext(), RevisionNames.open(revision));
    }

    static Stream<CatalogueQuery> queries() {
        return QueryCatalogue.shipped().queries().stream().filter(query -> !query.isFederated());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQuestionIsAnsweredAsWritten(CatalogueQuery query) throws IOException {
        Answer stored = Store.read(revision, store -> Answer.to(query.query(), store));
        String answer = stored.csv();
        ResourceFolder folder = ResourceFolder.onClasspath("urbis/queries");
        String file = query.name() + ".answer.csv";
        if (!folder.names().contains(file)) {
            if (WRITE_MISSING) {
                Files.writeString(Path.of("..", "queries", file), answer);
            }
            throw new AssertionError("queries/" + file + " is missing; the answer is\n" + answer);
        }
        assertTrue(answer.lines().count() > 1, () -> query.name() + " has no answer in the graph that ships");
        String expected = folder.text(file);
        assertEquals(comparable(expected, query), comparable(answer, query), query.name());
        assertEquals(stored.parts(), Answer.to(query.query(), form).parts(), () -> query.name() + " by the read form");
    }

    /** The order of rows counts only if the question asks for one. */
    private static String comparable(String csv, CatalogueQuery query) {
        return query.query().hasOrderBy() ? csv : csv.lines().sorted().collect(Collectors.joining("\n"));
    }

    /**
     * What a dataset answers.
     *
     * @param csv   as a file has it; triples sorted
     * @param parts rows or triples with all that is known of their terms, sorted: where a question leaves the order open,
     *              each dataset may choose its own
     */
    private record Answer(String csv, List<String> parts) {
        static Answer to(Query query, DatasetGraph dataset) {
            try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
                if (query.isAskType()) {
                    boolean verdict = execution.ask();
                    return new Answer("answer\n" + verdict + "\n", List.of(Boolean.toString(verdict)));
                }
                return query.isConstructType() ? ofTriples(execution.construct()) : ofRows(execution.select());
            }
        }

        private static Answer ofTriples(Graph graph) {
            List<String> triples =
                    graph.stream().map(NodeFmtLib::strNT).distinct().sorted().toList();
            String csv = triples.stream()
                    .map(triple -> '"' + triple.replace("\"", "\"\"") + "\"\n")
                    .collect(Collectors.joining("", "triple\n", ""));
            return new Answer(csv, triples);
        }

        private static Answer ofRows(RowSet answered) {
            RowSetRewindable rows = answered.rewindable();
            List<String> parts = rows.stream()
                    .map(row -> rows.getResultVars().stream()
                            .map(variable -> variable + "=" + row.get(variable))
                            .toList()
                            .toString())
                    .sorted()
                    .toList();
            rows.reset();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsCSV(out, ResultSet.adapt(rows));
            // SPARQL's CSV ends its lines as RFC 4180 has them; a text file in Git does not.
            return new Answer(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"), parts);
        }
    }
}
