package org.w3id.urbis.loader.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/**
 * A table in a text file: comma separated ({@code .csv}, RFC 4180) or tab separated ({@code .tsv}), in UTF-8 with or
 * without a byte order mark, with the names of the columns in the first row.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Table {

    /** After so many, more of them help nobody. */
    private static final int MOST_FAULTS = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final SourceFile file;

    /**
     * Makes a table of a file; nothing is read yet.
     *
     * @param file the file
     */
    public Table(SourceFile file) {
        this.file = file;
    }

    /**
     * Reads the table from top to bottom.
     *
     * @param header takes the names of the columns, before any row
     * @param rows   takes each good row
     * @param faults takes what is wrong: columns without a name, rows with too many or too few cells, a quotation mark
     *               that is never closed, bytes that are not UTF-8; after 100 the reading ends
     * @throws UnreadableSourceException if the file cannot be read
     */
    public void read(Consumer<List<String>> header, Consumer<Row> rows, Consumer<Fault> faults) {
        try (InputStream bytes = file.open();
                Reader text = decoded(bytes);
                CSVParser parser = CSVParser.parse(text, format())) {
            new Reading(parser, rows, faults).run(header);
        } catch (CharacterCodingException e) {
            faults.accept(new BadByte(file).fault());
        } catch (IOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                faults.accept(new BadByte(file).fault());
            } else {
                throw new UnreadableSourceException("Cannot read " + file.label(), e);
            }
        }
    }

    private static Reader decoded(InputStream bytes) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private CSVFormat format() {
        CSVFormat format = file.extension().equals("tsv") ? CSVFormat.TDF : CSVFormat.RFC4180;
        return format.builder()
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(false)
                .get();
    }

    /** One pass over the file. */
    private final class Reading {

        private final CSVParser parser;
        private final Consumer<Row> rows;
        private final Consumer<Fault> faults;
        private int faultCount;

        Reading(CSVParser parser, Consumer<Row> rows, Consumer<Fault> faults) {
            this.parser = parser;
            this.rows = rows;
            this.faults = faults;
        }

        void run(Consumer<List<String>> columns) throws IOException {
            try {
                Iterator<CSVRecord> records = parser.iterator();
                if (!records.hasNext()) {
                    fault(1, "The file is empty. Its first row has to name the columns.");
                    return;
                }
                Header header = Header.of(records.next().toList());
                header.faults().forEach(message -> fault(1, message));
                columns.accept(header.names());
                while (faultCount < MOST_FAULTS && records.hasNext()) {
                    row(header, records.next());
                }
            } catch (UncheckedIOException e) {
                unfinished(e.getCause());
            }
        }

        private void row(Header header, CSVRecord csv) {
            long line = firstLine(csv);
            long number = csv.getRecordNumber() - 1;
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
            if (cause instanceof CharacterCodingException) {
                throw cause;
            }
            fault(
                    Math.max(1, parser.getCurrentLineNumber()),
                    "The row that ends here cannot be read: " + cause.getMessage()
                            + ". Look for a quotation mark that is never closed.");
        }

        private void fault(long line, String message) {
            faultCount++;
            faults.accept(new Fault(file.label(), line, 0, message));
        }
    }
}
