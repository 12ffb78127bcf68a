package org.w3id.urbis.loader.validation;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.validation.Fix.Replacement;

/**
 * A JSON document with the place of everything in it, which parsers for JSON-LD do not keep. It is read on after a comma
 * that is missing or too many, and no further after any other fault.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonText {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final int MOST_DIGITS = 1_000;

    /** The largest number of xsd:double has an exponent of three digits. */
    private static final int MOST_EXPONENT_DIGITS = 3;

    private final SourceText source;
    private final String text;
    private final Matcher number;
    private final Consumer<Finding> faults;
    private final int most;
    private int count;
    private boolean faulty;
    private int at;
    private JsonPart root;
    private Optional<JsonLdTerms> terms = Optional.empty();

    private JsonText(SourceText source, int most, Consumer<Finding> faults) {
        this.most = most;
        this.source = source;
        this.text = source.text();
        this.number = NUMBER.matcher(text);
        this.faults = faults;
    }

    /**
     * Reads a document.
     *
     * @param most   how many values it may have
     * @param faults takes what is wrong
     * @return the document; empty if anything was wrong, or, which is not told, if it has more values
     */
    static Optional<JsonText> of(SourceText source, int most, Consumer<Finding> faults) {
        JsonText json = new JsonText(source, most, faults);
        try {
            json.root = json.value(null, "", -1, -1);
            json.skip();
            if (json.at < json.text.length()) {
                json.fault(json.at, json.at + 1, "json.after-end");
            }
        } catch (NoJsonException told) {
            return Optional.empty();
        }
        return json.faulty ? Optional.empty() : Optional.of(json);
    }

    JsonPart root() {
        return root;
    }

    /** Keeps in mind what the contexts of the document call things; until then it is JSON and no more. */
    void callsThings(JsonLdTerms byItsContexts) {
        terms = Optional.of(byItsContexts);
    }

    /** What the contexts of the document call things; empty if it has not been read as JSON-LD. */
    Optional<JsonLdTerms> terms() {
        return terms;
    }

    /** Adds to a place in the text its end and its pointer. */
    Position extended(Position place) {
        if (place.line() < 1 || place.column() < 1 || place.pointer().isPresent()) {
            return place;
        }
        int offset = source.offset(place.line(), place.column());
        JsonPart part = root.at(offset);
        int end = part.endOf(offset);
        Position until = place.endLine() > 0 || end == offset ? place : source.stretch(offset, end);
        return until.pointing(part.pointer());
    }

    private JsonPart value(JsonPart parent, String key, int keyStart, int keyEnd) {
        if (count++ >= most) {
            throw new NoJsonException();
        }
        skip();
        JsonPart part = new JsonPart(parent, key, keyStart, keyEnd, at);
        return switch (peek()) {
            case '{' -> object(part);
            case '[' -> array(part);
            case '"' -> {
                JsonValue value = JSON.createValue(string());
                yield part.scalar(value, at);
            }
            case 't' -> word(part, "true", JsonValue.TRUE);
            case 'f' -> word(part, "false", JsonValue.FALSE);
            case 'n' -> word(part, "null", JsonValue.NULL);
            default -> number(part);
        };
    }

    private JsonPart object(JsonPart part) {
        at++;
        skip();
        while (peek() != '}') {
            stopAtTheEnd(part, "}");
            int start = at;
            String key = string();
            int end = at;
            skip();
            if (peek() == ':') {
                at++;
            } else if (start(peek())) {
                mark(end, "json.colon-missing", ":");
            } else {
                throw broken(at);
            }
            part.add(value(part, key, start, end));
            goOn(part, '}');
        }
        at++;
        return part.container(true, at);
    }

    private JsonPart array(JsonPart part) {
        at++;
        skip();
        for (int i = 0; peek() != ']'; i++) {
            stopAtTheEnd(part, "]");
            part.add(value(part, String.valueOf(i), -1, -1));
            goOn(part, ']');
        }
        at++;
        return part.container(false, at);
    }

    private void stopAtTheEnd(JsonPart part, String mark) {
        if (at >= text.length()) {
            fault(part.start(), part.start() + 1, "json.ends-early", "mark", mark);
            throw new NoJsonException();
        }
    }

    /** Steps over a comma, after which something has to come. */
    private void goOn(JsonPart part, char end) {
        int before = at;
        skip();
        if (peek() == end) {
            return;
        }
        stopAtTheEnd(part, String.valueOf(end));
        if (peek() != ',') {
            if (!start(peek())) {
                throw broken(at);
            }
            mark(before, "json.comma-missing", ",");
            return;
        }
        int comma = at++;
        skip();
        if (peek() == end) {
            faulty = true;
            Position place = source.stretch(comma, comma + 1);
            faults.accept(finding(place, "json.comma-extra")
                    .with(Fix.changing(Wording.of("json.comma-extra.fix"), Replacement.of(place, ""))));
        }
    }

    /** Tells that a mark is missing after what ends at an offset. */
    private void mark(int end, String key, String mark) {
        faulty = true;
        Position place = source.stretch(end - 1, end);
        faults.accept(finding(place, key).with(Fix.changing(Wording.of(key + ".fix"), Replacement.after(place, mark))));
    }

    private static boolean start(char c) {
        return c == '"' || c == '{' || c == '[' || c == '-' || Character.isLetterOrDigit(c);
    }

    private JsonPart word(JsonPart part, String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw broken(at);
        }
        at += word.length();
        return part.scalar(value, at);
    }

    private JsonPart number(JsonPart part) {
        if (!number.region(at, text.length()).lookingAt()) {
            throw broken(at);
        }
        int start = at;
        at = number.end();
        if (!isUsual(number.group())) {
            fault(start, at, "json.number");
            throw new NoJsonException();
        }
        return part.scalar(JSON.createValue(new BigDecimal(number.group())), at);
    }

    /** Whether a number has no more digits, written out, than somebody may mean; others would fill the memory. */
    private static boolean isUsual(String number) {
        int mark = number.toLowerCase(Locale.ROOT).indexOf('e');
        String exponent = mark < 0 ? "" : number.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        return number.length() <= MOST_DIGITS && exponent.length() <= MOST_EXPONENT_DIGITS;
    }

    private String string() {
        int start = at;
        if (peek() != '"') {
            throw broken(at);
        }
        at++;
        boolean escaped = false;
        while (peek() != '"') {
            char c = peek();
            if (c < ' ') {
                fault(start, at, "json.text-open");
                throw new NoJsonException();
            }
            escaped |= c == '\\';
            at += c == '\\' ? 2 : 1;
        }
        at++;
        return escaped ? unescaped(start) : text.substring(start + 1, at - 1);
    }

    private String unescaped(int start) {
        try (JsonReader reader = JSON.createReader(new StringReader("[" + text.substring(start, at) + "]"))) {
            return reader.readArray().getString(0);
        } catch (JsonException e) {
            throw broken(start);
        }
    }

    private void skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private NoJsonException broken(int offset) {
        fault(offset, Math.min(offset + 1, text.length()), "json.broken");
        return new NoJsonException();
    }

    private void fault(int start, int end, String key, Object... blanks) {
        faulty = true;
        Finding finding = finding(source.stretch(start, end), key);
        faults.accept(key.equals("json.after-end") ? finding : finding.with(Wording.of(key + ".fix", blanks)));
    }

    private static Finding finding(Position place, String key) {
        return Finding.of(place, Severity.VIOLATION, Check.SYNTAX, Wording.of(key));
    }

    /** The text is no JSON, which has been told. */
    private static final class NoJsonException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoJsonException() {
            super("no JSON", null, false, false);
        }
    }
}
