package org.w3id.urbis.endpoint.triplestore;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * The rows of an answer, read as they come. After the last one the rest of the document has been read too, so that what broke
 * off cannot look whole.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON Format</a>
 */
final class StoreRows implements Iterator<Binding>, AutoCloseable {
    private final StoreCall call;
    private final StoreTally tally;
    private final JsonReader json;
    private final StoreTerms terms;
    private final Map<String, Var> variables = new HashMap<>();
    private Binding next;
    private boolean isBegun;
    private boolean isEnded;

    StoreRows(StoreCall call, InputStream body, StoreTally tally) {
        this.call = call;
        this.tally = tally;
        this.json = new JsonReader(new InputStreamReader(
                body, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        this.json.setStrictness(Strictness.STRICT);
        this.terms = new StoreTerms(json);
    }

    /** What ends the reading, wherever it is; for another thread. */
    Runnable ending() {
        return call::end;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !isEnded) {
            try {
                advance();
            } catch (IOException | IllegalStateException | JsonParseException broken) {
                RuntimeException failure = failure(broken);
                close();
                throw failure;
            }
        }
        return next != null;
    }

    private RuntimeException failure(Exception broken) {
        boolean isNoRows = broken instanceof MalformedJsonException || !(broken instanceof IOException);
        RuntimeException told = isNoRows ? StoreProblems.unusable("JSON", broken) : call.failure(broken);
        return told instanceof ProblemException problem ? tally.failed(problem) : told;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Binding row = next;
        next = null;
        return row;
    }

    private void advance() throws IOException {
        if (!isBegun) {
            isBegun = true;
            json.beginObject();
            seek("results");
            json.beginObject();
            seek("bindings");
            json.beginArray();
        }
        if (json.hasNext()) {
            next = row();
            return;
        }
        isEnded = true;
        json.endArray();
        skipRest();
        skipRest();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new IllegalStateException("More follows the rows");
        }
        call.close();
    }

    /** Goes to a member of the object at hand; there must be one. */
    private void seek(String member) throws IOException {
        while (!json.nextName().equals(member)) {
            json.skipValue();
        }
    }

    private void skipRest() throws IOException {
        while (json.hasNext()) {
            json.nextName();
            json.skipValue();
        }
        json.endObject();
    }

    private Binding row() throws IOException {
        BindingBuilder row = Binding.builder();
        json.beginObject();
        while (json.hasNext()) {
            Var variable = variables.computeIfAbsent(json.nextName(), Var::alloc);
            row.add(variable, terms.read());
        }
        json.endObject();
        return row.build();
    }

    @Override
    public void close() {
        isEnded = true;
        next = null;
        call.close();
    }
}
