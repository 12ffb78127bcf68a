package org.w3id.urbis.loader.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A table for things of one kind, made from the shapes: a comment, what each column means, the titles, and an example row to
 * write over, or rows that say what a graph has. Instances never change.
 */
public final class Template {

    /** Spreadsheets take a CSV file for one in UTF-8 if it begins with a byte order mark, and for no other reason. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final EntryKind kind;
    private final TemplateWords words;
    private final List<TemplateColumn> columns;
    private final List<List<String>> rows;
    private final String comment;

    private Template(EntryKind kind, EntryTerms terms, TemplateWords words) {
        this.kind = kind;
        this.words = words;
        this.columns = new TemplateColumns(kind, terms, words).all();
        this.rows = List.of(columns.stream()
                .map(TemplateColumn::example)
                .map(HarmlessCell::of)
                .toList());
        this.comment = "# " + words.text("comment", terms.label(kind, words.language()));
    }

    private Template(EntryKind kind, EntryTerms terms, TemplateWords words, Filling filling, List<String> remarks) {
        this.kind = kind;
        this.words = words;
        this.columns = new TemplateColumns(kind, terms, words).with(filling.titles());
        List<String> titles = columns.stream().map(TemplateColumn::title).toList();
        this.rows =
                filling.rows().stream().map(row -> Filling.cells(row, titles)).toList();
        List<String> told = new ArrayList<>(List.of(words.text("filled", terms.label(kind, words.language()))));
        if (!filling.lost().isEmpty()) {
            told.add(words.text("lost", String.join(", ", filling.lost())));
        }
        told.addAll(remarks);
        this.comment = "# " + String.join(" ", told);
    }

    /**
     * Makes the template of a kind of things.
     *
     * @param kind     the kind
     * @param terms    what can stand in an entry
     * @param language the language of its help, one of the six of the United Nations; English for any other
     * @return the template
     */
    public static Template of(EntryKind kind, EntryTerms terms, String language) {
        return new Template(kind, terms, TemplateWords.in(language));
    }

    /**
     * Makes the template of a kind of things, filled with what a graph says of some.
     *
     * @param kind       the kind
     * @param terms      what can stand in an entry
     * @param language   as with {@link #of}; codes are written by their names in it
     * @param graph      what is said
     * @param things     of what
     * @param submission the id of the submission that says all of it, and nothing else; empty if it comes from elsewhere
     * @return the template
     */
    public static Template filled(
            EntryKind kind,
            EntryTerms terms,
            String language,
            Graph graph,
            List<Node> things,
            Optional<String> submission) {
        TemplateWords words = TemplateWords.in(language);
        return new Template(
                kind,
                terms,
                words,
                Filling.of(kind, terms, words.language(), graph, things),
                submission.map(id -> words.text("corrects", id)).stream().toList());
    }

    /**
     * The titles of the columns.
     *
     * @return the titles, that of the identifier first, then those without which a row is refused
     */
    public List<String> titles() {
        return columns.stream().map(TemplateColumn::title).toList();
    }

    /**
     * Writes it as CSV in UTF-8, with a byte order mark, by which spreadsheets tell the encoding.
     *
     * @return the text
     */
    public String csv() {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(comment);
            printer.printRecord(helps());
            printer.printRecord(titles());
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return text.toString();
    }

    /**
     * Writes it as a workbook, in which codes are chosen from lists.
     *
     * @return the bytes of an XLSX file
     */
    public byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new XlsxTemplate(this, words.language()).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    EntryKind kind() {
        return kind;
    }

    /** The rows below the titles, each with a cell for every column. */
    List<List<String>> rows() {
        return rows;
    }

    String comment() {
        return comment;
    }

    List<TemplateColumn> columns() {
        return columns;
    }

    /** What the columns mean; the first cell makes a comment of the row. */
    List<String> helps() {
        return columns.stream()
                .map(column -> column == columns.getFirst() ? "# " + column.help() : HarmlessCell.of(column.help()))
                .toList();
    }
}
