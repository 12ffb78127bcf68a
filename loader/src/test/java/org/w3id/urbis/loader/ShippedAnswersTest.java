package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * Each question of the catalogue on the graph that ships, answered as the {@code .answer.csv} beside it says. Run with
 * {@code -Durbis.write-missing-answers=true} to have missing answers written, to be reviewed; delete those that are to be
 * written anew.
 */
class ShippedAnswersTest {

    private static final boolean WRITE_MISSING = Boolean.getBoolean("urbis.write-missing-answers");

    private static Revision revision;

    @BeforeAll
    static void load() {
        revision = ShippedGraph.loaded().revision();
    }

    static Stream<CatalogueQuery> queries() {
        return QueryCatalogue.shipped().queries().stream().filter(query -> !query.isFederated());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQuestionIsAnsweredAsWritten(CatalogueQuery query) throws IOException {
        String answer = Store.read(revision, store -> answer(query.query(), store));
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
    }

    /** The order of rows counts only if the question asks for one. */
    private static String comparable(String csv, CatalogueQuery query) {
        return query.query().hasOrderBy() ? csv : csv.lines().sorted().collect(Collectors.joining("\n"));
    }

    private static String answer(Query query, DatasetGraph store) {
        try (QueryExec execution = QueryExec.dataset(store).query(query).build()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (query.isAskType()) {
                return "answer\n" + execution.ask() + "\n";
            }
            if (query.isConstructType()) {
                Set<String> triples = Stream.of(execution.construct())
                        .flatMap(graph -> graph.stream())
                        .map(NodeFmtLib::strNT)
                        .collect(Collectors.toSet());
                return "triple\n"
                        + triples.stream()
                                .sorted()
                                .map(triple -> '"' + triple.replace("\"", "\"\"") + "\"\n")
                                .collect(Collectors.joining());
            }
            RowSet rows = execution.select();
            ResultSetFormatter.outputAsCSV(out, ResultSet.adapt(rows));
            // SPARQL's CSV ends its lines as RFC 4180 has them; a text file in Git does not.
            return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
