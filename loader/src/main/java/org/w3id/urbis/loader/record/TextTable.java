package org.w3id.urbis.loader.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Layout;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/**
 * A table in a text file: comma separated ({@code .csv}, RFC 4180), tab separated ({@code .tsv}), or tab separated without
 * quotation marks ({@code .txt}), in UTF-8 with or without a byte order mark. The names of the columns are in the first row
 * or in the layout.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class TextTable {

    /** After so many the file is no table of ours, and more of them are no use. */
    private static final int MOST_FAULTS = 100_000;

    private final SourceFile file;
    private final Layout layout;

    TextTable(SourceFile file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    void read(Consumer<List<String>> header, Consumer<Row> rows, Consumer<Fault> faults) {
        try (InputStream bytes = file.open();
                BoundedReader text = new BoundedReader(Utf8.reader(bytes));
                CSVParser parser = CSVParser.parse(text, format())) {
            new Reading(parser, text, rows, faults).run(header);
        } catch (CharacterCodingException e) {
            faults.accept(new BadByte(file).fault());
        } catch (EOFException | ZipException e) {
            faults.accept(Fault.of(file.label(), SourceFile.BROKEN_OFF));
        } catch (IOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                faults.accept(new BadByte(file).fault());
            } else {
                throw new UnreadableSourceException("Cannot read " + file.label(), e);
            }
        }
    }

    private CSVFormat format() {
        CSVFormat format =
                switch (file.extension()) {
                    case "tsv" -> CSVFormat.TDF;
                    // Dumps print quotation marks as they are.
                    case "txt" -> CSVFormat.TDF.builder().setQuote(null).get();
                    default -> CSVFormat.RFC4180;
                };
        return format.builder()
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(false)
                .get();
    }

    /** One pass over the file. */
    private final class Reading {

        private final CSVParser parser;
        private final BoundedReader text;
        private final Consumer<Row> rows;
        private final Consumer<Fault> faults;
        private int faultCount;
        private int firstRow;
        private long lastLine;

        Reading(CSVParser parser, BoundedReader text, Consumer<Row> rows, Consumer<Fault> faults) {
            this.parser = parser;
            this.text = text;
            this.rows = rows;
            this.faults = faults;
        }

        void run(Consumer<List<String>> columns) throws IOException {
            try {
                Iterator<CSVRecord> records = parser.iterator();
                boolean named = !layout.columns().isEmpty();
                if (!records.hasNext()) {
                    fault(
                            1,
                            named ? "The file is empty." : "The file is empty. Its first row has to name the columns.");
                    return;
                }
                firstRow = named ? 0 : 1;
                Header header =
                        Header.of(named ? layout.columns() : records.next().toList());
                header.faults().forEach(message -> fault(1, message));
                columns.accept(header.names());
                lastLine = named ? 0 : parser.getCurrentLineNumber();
                while (faultCount < MOST_FAULTS && records.hasNext()) {
                    text.begin();
                    lastLine = parser.getCurrentLineNumber();
                    row(header, records.next());
                }
            } catch (UncheckedIOException e) {
                unfinished(e.getCause());
            }
        }

        private void row(Header header, CSVRecord csv) {
            long line = firstLine(csv);
            long number = csv.getRecordNumber() - firstRow;
            if (csv.size() != header.names().size()) {
                fault(
                        line,
                        "Row " + number + " has " + csv.size() + " cells but there are "
                                + header.names().size()
                                + " columns. Look for a missing or superfluous separator or quotation mark.");
                return;
            }
            if (faultCount > 0) {
                return;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> names = header.names();
            for (int i = 0; i < names.size(); i++) {
                if (!csv.get(i).isBlank()) {
                    cells.put(names.get(i), csv.get(i));
                }
            }
            rows.accept(new Row(number, line, cells));
        }

        /** The parser knows on which line a row ends; cells with line breaks in them put its start further up. */
        private long firstLine(CSVRecord csv) {
            long breaks = csv.stream()
                    .flatMapToInt(String::chars)
                    .filter(character -> character == '\n')
                    .count();
            return Math.max(1, parser.getCurrentLineNumber() - breaks);
        }

        private void unfinished(IOException cause) throws IOException {
            if (cause instanceof CharacterCodingException
                    || cause instanceof EOFException
                    || cause instanceof ZipException) {
                throw cause;
            }
            if (cause instanceof BoundedReader.TooLongException) {
                fault(
                        lastLine + 1,
                        "The row that begins here is " + cause.getMessage()
                                + ". Look for a quotation mark that is never closed.");
            } else if (String.valueOf(cause.getMessage()).contains("EOF reached")) {
                fault(
                        lastLine + 1,
                        "The row that begins here has a quotation mark that is never closed. Close it, or take it out;"
                                + " if the file was fetched, it may have broken off.");
            } else if (!String.valueOf(cause.getMessage()).contains("encapsulated token")) {
                fault(
                        Math.max(1, parser.getCurrentLineNumber()),
                        "The row that ends here cannot be read: " + cause.getMessage() + ".");
            } else {
                fault(
                        Math.max(1, parser.getCurrentLineNumber()),
                        "After a quotation mark that closes a cell, something else stands than the end of the cell."
                                + " Write a quotation mark within a cell twice, or take it out.");
            }
        }

        private void fault(long line, String message) {
            faultCount++;
            faults.accept(new Fault(file.label(), line, 0, message));
        }
    }
}
