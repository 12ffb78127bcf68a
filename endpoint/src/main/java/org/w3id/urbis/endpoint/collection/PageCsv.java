package org.w3id.urbis.endpoint.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.eval.PathEval;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.loader.entry.HarmlessCell;

/**
 * A page of a collection as comma-separated values: one row for each thing, first its IRI and its name. Where a column
 * holds things, it has their names, and a column beside it, {@code .id}, their IRIs. Several values stand in one cell with
 * {@code |} between.
 *
 * <p>Text that a spreadsheet would take for a formula has an apostrophe before it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class PageCsv {
    /** What stands between values in one cell. */
    static final String BETWEEN = " | ";

    private final DatasetGraph dataset;
    private final Graph graph;
    private final SortedMap<String, Column> columns;
    private final Function<Node, String> names;

    /**
     * Prepares to write.
     *
     * @param dataset to be used in one transaction
     * @param columns those that there are
     * @param names   a thing's name in the language wanted
     */
    PageCsv(DatasetGraph dataset, SortedMap<String, Column> columns, Function<Node, String> names) {
        this.dataset = dataset;
        this.graph = dataset.getUnionGraph();
        this.columns = columns;
        this.names = names;
    }

    /** The page, in UTF-8 to be; the header row first, each row ended as RFC 4180 asks. */
    String of(Page page) {
        List<Column> wanted = wanted(page.query().fields());
        List<String> header = new ArrayList<>(List.of("id", Sort.NAME));
        wanted.forEach(column -> header.addAll(headings(column)));
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            List<List<String>> rows = new ArrayList<>();
            InBlocks.whole(dataset, page.things(), thing -> rows.add(row(thing, wanted)));
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return out.toString();
    }

    private List<String> row(Node thing, List<Column> wanted) {
        List<String> cells = new ArrayList<>(List.of(thing.getURI(), HarmlessCell.of(names.apply(thing))));
        wanted.forEach(
                column -> cells(thing, column).stream().map(HarmlessCell::of).forEach(cells::add));
        return cells;
    }

    /** What stands above the cells of a column: one heading, or two if it holds things. */
    static List<String> headings(Column column) {
        return column.type() == FilterType.THING
                ? List.of(column.name(), column.name() + ".id")
                : List.of(column.name());
    }

    /**
     * The columns that are wanted.
     *
     * @throws ProblemException if a field is none of the table's
     */
    List<Column> wanted(List<String> fields) {
        if (fields.isEmpty()) {
            return List.copyOf(columns.values());
        }
        List<Column> wanted = new ArrayList<>();
        for (String field : fields) {
            if (columns.containsKey(field)) {
                wanted.add(columns.get(field));
            } else if (!List.of("id", "type", Sort.NAME).contains(field)) {
                TreeSet<String> known = new TreeSet<>(columns.keySet());
                known.add(Sort.NAME);
                throw Problem.parameter(
                                CollectionRequest.FIELDS,
                                "The table has no column \"" + field + "\"." + FilterReading.meant(field, known))
                        .with("available", List.copyOf(known))
                        .exception();
            }
        }
        return wanted;
    }

    /** The cells of a thing in a column, one for each heading; empty text where nothing is said. */
    List<String> cells(Node thing, Column column) {
        List<Node> values = Iter.asStream(PathEval.eval(graph, thing, column.path(), ARQ.getContext()))
                .distinct()
                .sorted(Comparator.comparing(PageCsv::text))
                .toList();
        if (column.type() == FilterType.THING) {
            List<Node> things = values.stream().filter(Node::isURI).toList();
            return List.of(
                    things.stream().map(names).collect(Collectors.joining(BETWEEN)),
                    things.stream().map(Node::getURI).collect(Collectors.joining(BETWEEN)));
        }
        return List.of(values.stream().map(PageCsv::text).distinct().collect(Collectors.joining(BETWEEN)));
    }

    private static String text(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
