package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.entry.EntryFault.Sort;

/** Reads the rows of one sheet, after all sheets have told what their rows are called. */
final class SheetReader {

    private static final String[] CALLED = {"abbreviation", "name", "otherName"};

    private final Sheet sheet;
    private final int number;
    private final SheetHeader header;
    private final List<List<Cell>> rows;
    private final RowNames names;
    private final ValueReader values;
    private final Collected into;
    private final Map<Node, Integer> minted = new HashMap<>();

    SheetReader(
            Sheet sheet, int number, SheetHeader header, List<List<Cell>> rows, ValueReader values, Collected into) {
        this.sheet = sheet;
        this.number = number;
        this.header = header;
        this.rows = rows;
        this.values = values;
        this.names = new RowNames(header, values);
        this.into = into;
    }

    /** Notes by which names other rows may speak of those of this sheet. */
    void name(NamedRows named) {
        for (List<Cell> row : rows) {
            names.early(row).ifPresent(thing -> {
                Cell id = row.getFirst();
                if (!id.isBlank()) {
                    named.add(id.text(), thing);
                }
                for (String key : CALLED) {
                    names.texts(row, key).forEach(text -> named.add(text, thing));
                }
            });
        }
    }

    void read() {
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), i + 1);
        }
    }

    private void row(List<Cell> row, int rowNumber) {
        List<EntryPlace> places = places(row, rowNumber);
        Optional<Node> subject = names.of(row);
        if (subject.isEmpty()) {
            unnamed(row, places, rowNumber).forEach(into::fault);
            return;
        }
        boolean isMinted = row.getFirst().isBlank();
        Integer earlier = minted.putIfAbsent(subject.get(), rowNumber);
        if (earlier != null && isMinted) {
            into.fault(EntryFault.of(
                    places.getFirst(),
                    Sort.VALUE,
                    "table.same-name",
                    "row",
                    earlier,
                    "name",
                    values.terms().shortened(subject.get())));
        }
        if (!isMinted && values.said().contains(subject.get(), RDF.Nodes.type, Node.ANY)) {
            Collected whole = new Collected();
            new RowReader(header, values, whole, subject.get(), rowNumber).read(row, places);
            new News(subject.get(), header.kind().type(), values.said(), values.terms()).of(whole, into);
        } else {
            new RowReader(header, values, into, subject.get(), rowNumber).read(row, places);
        }
    }

    /** Why a row has no name: what stands in it cannot be understood, or nothing does. */
    private List<EntryFault> unnamed(List<Cell> row, List<EntryPlace> places, int rowNumber) {
        Collected tried = new Collected();
        new RowReader(header, values, tried, NodeFactory.createBlankNode(), rowNumber).read(row, places);
        List<EntryFault> faults = tried.content(' ').faults();
        return faults.isEmpty()
                ? List.of(EntryFault.of(
                        places.getFirst(),
                        Sort.VALUE,
                        "table.no-name",
                        "kind",
                        header.kind().key()))
                : faults;
    }

    /** The place of each cell; where a row is shorter than the titles, its end. */
    private List<EntryPlace> places(List<Cell> row, int rowNumber) {
        List<EntryPlace> places = new ArrayList<>();
        Cell last = row.getLast();
        for (int i = 0; i < Math.max(row.size(), header.titles().size()); i++) {
            String title = i < header.titles().size() ? header.titles().get(i) : "";
            if (i < row.size()) {
                Cell cell = row.get(i);
                places.add(new EntryPlace(
                        number,
                        sheet.name(),
                        cell.line(),
                        cell.column(),
                        cell.endLine(),
                        cell.endColumn(),
                        rowNumber,
                        title));
            } else if (last.endLine() == 0) {
                places.add(new EntryPlace(number, sheet.name(), last.line(), i + 1, 0, 0, rowNumber, title));
            } else {
                places.add(
                        new EntryPlace(number, sheet.name(), last.endLine(), last.endColumn(), 0, 0, rowNumber, title));
            }
        }
        if (row.size() > header.titles().size()) {
            into.fault(EntryFault.of(
                    places.get(header.titles().size()),
                    Sort.FORM,
                    "table.too-many-cells",
                    "cells",
                    row.size(),
                    "columns",
                    header.titles().size()));
        }
        return places;
    }
}
