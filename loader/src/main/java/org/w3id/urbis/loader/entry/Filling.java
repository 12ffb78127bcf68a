package org.w3id.urbis.loader.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What a graph says of things as rows of a table.
 *
 * @param rows  the cells of each row by the titles of their columns
 * @param lost  names of properties of which something cannot stand in a table, so that who hands it in does not say it
 */
record Filling(List<Map<String, String>> rows, Set<String> lost) {

    /** Copies what it is given. */
    Filling {
        rows = List.copyOf(rows);
        lost = new TreeSet<>(lost);
    }

    /** No row. */
    static Filling none() {
        return new Filling(List.of(), Set.of());
    }

    /**
     * Fills rows, and reads them again to see what is lost.
     *
     * @param graph what is said of the things
     */
    static Filling of(EntryKind kind, EntryTerms terms, String language, Graph graph, List<Node> things) {
        RowWriter writer = new RowWriter(kind, terms, language, graph);
        List<Map<String, String>> rows = things.stream().map(writer::row).toList();
        Graph understood = GraphFactory.createGraphMem();
        EntryContent content =
                new EntryReader(terms, KnownThings.NONE).csv(csv(new Filling(rows, Set.of()).titles(), rows));
        content.facts().forEach(fact -> understood.add(fact.triple()));
        Set<String> lost = new TreeSet<>();
        SaidOf before = new SaidOf(graph, terms);
        SaidOf after = new SaidOf(understood, terms);
        for (Node thing : things) {
            Set<String> same = after.of(thing);
            before.statements(thing).stream()
                    .filter(statement -> !same.contains(before.of(statement)))
                    .map(Triple::getPredicate)
                    .map(property ->
                            terms.property(property).map(Property::key).orElseGet(() -> terms.shortened(property)))
                    .forEach(lost::add);
        }
        return new Filling(rows, lost);
    }

    /** The titles of all cells, in the order in which they come. */
    Set<String> titles() {
        Set<String> titles = new LinkedHashSet<>();
        rows.forEach(row -> titles.addAll(row.keySet()));
        return titles;
    }

    /** The cells of a row under some titles; empty where it has none. */
    static List<String> cells(Map<String, String> row, List<String> titles) {
        return titles.stream()
                .map(title -> row.getOrDefault(title, ""))
                .map(HarmlessCell::of)
                .toList();
    }

    private static String csv(Set<String> titles, List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<String> columns = new ArrayList<>(titles);
            printer.printRecord(columns);
            for (Map<String, String> row : rows) {
                printer.printRecord(cells(row, columns));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return text.toString();
    }
}
