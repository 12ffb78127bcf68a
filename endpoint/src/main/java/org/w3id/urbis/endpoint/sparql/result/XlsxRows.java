package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A workbook with one sheet, written row by row and the same for the same answer: numbers, days and truth values as what
 * they are, all else as text, which no spreadsheet takes for a formula. What ASK answers is a sheet with one cell.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376, part 1, 18.3</a>
 */
final class XlsxRows implements RowFormat {
    /** What a sheet has room for, the titles included. */
    private static final int MOST_ROWS = 1 << 20;

    /** Entries of an archive have a time; this one says nothing. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final BlankLabels labels = new BlankLabels();
    private final StringBuilder line = new StringBuilder();
    private List<Var> columns = List.of();
    private int rows;

    XlsxRows(Utf8Buffer out) {
        // To be finished and never closed: what it writes to is ended by whoever made it.
        this.zip = new ZipOutputStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }
        });
    }

    @Override
    public void begin(List<Var> variables) throws IOException {
        columns = List.copyOf(variables);
        for (XlsxParts part : XlsxParts.values()) {
            entry(part.path());
            write(part.text());
            zip.closeEntry();
        }
        entry(XlsxParts.SHEET_PATH);
        write(XlsxParts.SHEET_BEGIN);
        beginRow();
        columns.forEach(column -> XlsxCell.title(line, column.getVarName()));
        endRow();
    }

    @Override
    public void row(Binding row) throws IOException {
        beginRow();
        for (int i = 0; i < columns.size(); i++) {
            Node term = row.get(columns.get(i));
            if (term == null) {
                line.append("<c/>");
            } else if (term.isLiteral()) {
                XlsxCell.literal(line, term);
            } else {
                XlsxCell.text(line, text(term));
            }
        }
        endRow();
    }

    private String text(Node term) {
        if (term.isURI()) {
            return term.getURI();
        }
        return term.isBlank() ? "_:" + labels.of(term) : TurtleTerms.string(term);
    }

    @Override
    public void end() throws IOException {
        write(XlsxParts.SHEET_END);
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void verdict(boolean yes) throws IOException {
        begin(List.of(Var.alloc("_askResult")));
        beginRow();
        XlsxCell.truth(line, yes);
        endRow();
        end();
    }

    private void beginRow() {
        if (++rows > MOST_ROWS) {
            throw new UnwritableTextException("The answer has more rows than a workbook has room for.");
        }
        line.append("<row>");
    }

    private void endRow() throws IOException {
        line.append("</row>");
        write(line.toString());
        line.setLength(0);
    }

    private void entry(String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
