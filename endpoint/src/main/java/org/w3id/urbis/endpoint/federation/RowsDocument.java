package org.w3id.urbis.endpoint.federation;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;

/**
 * Reads rows in the JSON of SPARQL 1.1.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON Format</a>
 */
final class RowsDocument {
    static {
        JenaSystem.init();
    }

    private RowsDocument() {}

    /** The document holds more rows than are taken. */
    static final class TooManyRowsException extends IOException {
        private static final long serialVersionUID = 1L;

        TooManyRowsException(int most) {
            super("sent more than " + most + " rows");
        }
    }

    /**
     * Reads all rows.
     *
     * @param most most rows
     * @throws TooManyRowsException if there are more
     * @throws IOException          if it is not such a document, or breaks off
     */
    static List<Binding> read(byte[] document, int most) throws IOException {
        checkWhole(document);
        try {
            QueryExecResult result = RowSetReaderRegistry.createReader(ResultSetLang.RS_JSON)
                    .readAny(new ByteArrayInputStream(document), new Context());
            if (!result.isRowSet()) {
                throw new IOException("answered yes or no where rows were asked for");
            }
            RowSet rows = result.rowSet();
            List<Binding> all = new ArrayList<>();
            while (rows.hasNext()) {
                if (all.size() == most) {
                    throw new TooManyRowsException(most);
                }
                all.add(rows.next());
            }
            return all;
        } catch (JenaException | IllegalStateException | ClassCastException | NullPointerException notRows) {
            throw new IOException("sent JSON that holds no rows of SPARQL", notRows);
        }
    }

    /** Jena's reader stops where the rows end; whether the document ends there as it should, it does not look. */
    private static void checkWhole(byte[] document) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (JsonReader json = new JsonReader(new InputStreamReader(new ByteArrayInputStream(document), decoder))) {
            json.setStrictness(Strictness.STRICT);
            boolean hasRows = false;
            json.beginObject();
            while (json.hasNext()) {
                hasRows |= json.nextName().equals("results");
                json.skipValue();
            }
            json.endObject();
            if (!hasRows || json.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("sent JSON that holds no rows of SPARQL");
            }
        } catch (IllegalStateException | EOFException | MalformedJsonException | CharacterCodingException notWhole) {
            throw new IOException("sent JSON that is damaged or breaks off", notWhole);
        }
    }
}
