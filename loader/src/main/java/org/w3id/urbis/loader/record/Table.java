package org.w3id.urbis.loader.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Layout;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/**
 * A file as rows with named cells, read from top to bottom and never held as a whole.
 *
 * <table>
 * <caption>The forms, by the ending of the file's name</caption>
 * <tr><td>{@code .csv}</td><td>comma separated, RFC 4180</td></tr>
 * <tr><td>{@code .tsv}</td><td>tab separated, with quotation marks where needed</td></tr>
 * <tr><td>{@code .txt}</td><td>tab separated, quotation marks are letters like others</td></tr>
 * <tr><td>{@code .xlsx}</td><td>one sheet of a workbook</td></tr>
 * <tr><td>{@code .json}, {@code .yaml}, {@code .yml}</td><td>the members of one list or object</td></tr>
 * <tr><td>{@code .xml}</td><td>the elements in one element, with their attributes</td></tr>
 * </table>
 *
 * <p>Of a row of JSON, YAML or XML, {@code KEY} is its key, the name of its element, or its number, counted from 0, and {@code VALUE} is the row itself if
 * it is a text, number or truth value. A value within an object of the row is named by the keys on the way to it, with an
 * underscore between them. Several values of one name are one cell, with line breaks between them.
 */
public final class Table {

    private final SourceFile file;
    private final Layout layout;

    /**
     * Makes a table of a file that says itself what its columns are; nothing is read yet.
     *
     * @param file the file
     */
    public Table(SourceFile file) {
        this(file, Layout.PLAIN);
    }

    /**
     * Makes a table of a file; nothing is read yet.
     *
     * @param file   the file
     * @param layout where in it the rows are, and what their columns are called
     */
    public Table(SourceFile file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    /**
     * Reads the table from top to bottom.
     *
     * @param header takes the names of the columns: before any row, or after the last one for JSON, YAML and XML, of which they
     *               are only known then
     * @param rows   takes each good row
     * @param faults takes what is wrong: columns without a name, rows with too many or too few cells, a quotation mark
     *               that is never closed, bytes that are not UTF-8, a file that breaks off, a sheet or path that is not
     *               there, a web page in the place of data; after 100,000 the reading ends
     * @throws UnreadableSourceException if the file cannot be read
     */
    public void read(Consumer<List<String>> header, Consumer<Row> rows, Consumer<Fault> faults) {
        Optional<Fault> page = WebPage.fault(file);
        if (page.isPresent()) {
            faults.accept(page.get());
            return;
        }
        Optional<Fault> form = file.extension().equals("xml") ? Optional.empty() : WrongForm.fault(file);
        if (form.isPresent()) {
            faults.accept(form.get());
            return;
        }
        switch (file.extension()) {
            case "xlsx" -> new WorkbookTable(file, layout).read(header, rows, faults);
            case "json", "yaml", "yml", "xml" -> new TreeTable(file, layout).read(header, rows, faults);
            default -> new TextTable(file, layout).read(header, rows, faults);
        }
    }
}
