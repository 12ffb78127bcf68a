package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.urbis.endpoint.negotiation.Representation;

/** Writes one answer of SELECT or ASK in one of the result formats. An answer is begun and ended once, or is a verdict. */
public interface RowFormat {
    /**
     * Writes what comes before the rows.
     *
     * @param columns the variables, in the order of the columns
     * @throws IOException if nobody wants the answer any more
     */
    void begin(List<Var> columns) throws IOException;

    /**
     * Writes a row.
     *
     * @throws IOException           if nobody wants the answer any more
     * @throws UnwritableTextException if the format cannot carry a text of the row
     */
    void row(Binding row) throws IOException;

    /** Writes what comes after the rows. */
    void end() throws IOException;

    /** Writes the whole answer of ASK. */
    void verdict(boolean yes) throws IOException;

    /**
     * The format of a representation.
     *
     * @param form one of {@link Representation#RESULTS}
     * @param out  where the answer goes
     * @throws IllegalArgumentException if it is none of them
     */
    static RowFormat of(Representation form, Utf8Buffer out) {
        return switch (form) {
            case RESULTS_JSON -> new JsonRows(out);
            case RESULTS_XML -> new XmlRows(out);
            case CSV -> new CsvRows(out);
            case TSV -> new TsvRows(out);
            case XLSX -> new XlsxRows(out);
            default -> throw new IllegalArgumentException(form + " is no format of rows");
        };
    }
}
