package org.w3id.urbis.loader.record;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.util.NoSuchElementException;

/**
 * A JSON file, part by part.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonEvents implements TreeEvents {

    private final JsonParser parser;
    private final BoundedReader reader;
    private String text = "";

    JsonEvents(BoundedReader reader) {
        this.reader = reader;
        this.parser = Json.createParser(reader);
    }

    @Override
    public Part next() throws BrokenTreeException, IOException {
        reader.begin();
        try {
            if (!parser.hasNext()) {
                return null;
            }
            return switch (parser.next()) {
                case START_OBJECT -> Part.OBJECT;
                case START_ARRAY -> Part.LIST;
                case END_OBJECT, END_ARRAY -> Part.END;
                case KEY_NAME -> with(Part.KEY, parser.getString());
                case VALUE_STRING, VALUE_NUMBER -> with(Part.VALUE, parser.getString());
                case VALUE_TRUE -> with(Part.VALUE, "true");
                case VALUE_FALSE -> with(Part.VALUE, "false");
                case VALUE_NULL -> Part.NOTHING;
            };
        } catch (JsonParsingException e) {
            if (String.valueOf(e.getMessage()).matches("(?s)(Unexpected char -1|Invalid token=EOF).*")) {
                throw new BrokenTreeException(
                        "The file breaks off here, or is empty. If it was fetched, fetch it again.", line(), 0, e);
            }
            throw new BrokenTreeException(
                    "This is no JSON: " + e.getMessage(),
                    Math.max(0, e.getLocation().getLineNumber()),
                    Math.max(0, e.getLocation().getColumnNumber()),
                    e);
        } catch (NoSuchElementException e) {
            throw new BrokenTreeException("The file breaks off here.", line(), 0, e);
        } catch (JsonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new BrokenTreeException("This is no JSON: " + e.getMessage(), line(), 0, e);
        } catch (RuntimeException e) {
            // Of one thing the parser complains by the plainest exception there is.
            if (String.valueOf(e.getMessage()).contains("too deeply nested")) {
                throw TreeTable.tooDeep(line());
            }
            throw e;
        }
    }

    private Part with(Part part, String value) {
        text = value;
        return part;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public long line() {
        return Math.max(1, parser.getLocation().getLineNumber());
    }

    @Override
    public void close() {
        parser.close();
    }
}
