package org.w3id.urbis.loader.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * An empty table for things of one kind, made from the shapes: a comment, what each column means, the titles, and an example
 * row to write over. Instances never change.
 */
public final class Template {

    /** Spreadsheets take a CSV file for one in UTF-8 if it begins with a byte order mark, and for no other reason. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final EntryKind kind;
    private final TemplateWords words;
    private final List<TemplateColumn> columns;
    private final String comment;

    private Template(EntryKind kind, EntryTerms terms, TemplateWords words) {
        this.kind = kind;
        this.words = words;
        this.columns = new TemplateColumns(kind, terms, words).all();
        this.comment = "# " + words.text("comment", terms.label(kind, words.language()));
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
            printer.printRecord(columns.stream()
                    .map(TemplateColumn::example)
                    .map(HarmlessCell::of)
                    .toList());
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
