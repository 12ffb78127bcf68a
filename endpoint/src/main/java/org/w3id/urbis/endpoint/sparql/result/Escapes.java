package org.w3id.urbis.endpoint.sparql.result;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Which ASCII characters a format writes another way, and how. */
final class Escapes {
    /** None at all. */
    static final Escapes NONE = new Escapes();

    /** Strings of JSON. RFC 8259, section 7. */
    static final Escapes JSON = new Escapes()
            .controls("\\u00")
            .with('"', "\\\"")
            .with('\\', "\\\\")
            .with('\n', "\\n")
            .with('\r', "\\r")
            .with('\t', "\\t");

    /** Quotes within a quoted field. RFC 4180, section 2. */
    static final Escapes CSV = new Escapes().with('"', "\"\"");

    /** Strings between double quotes of N-Triples and Turtle. */
    static final Escapes TURTLE = new Escapes()
            .with('"', "\\\"")
            .with('\\', "\\\\")
            .with('\n', "\\n")
            .with('\r', "\\r")
            .with('\t', "\\t")
            .with('\b', "\\b")
            .with('\f', "\\f");

    /** IRIs between angle brackets of N-Triples and Turtle. */
    static final Escapes IRI = new Escapes()
            .controls("\\u00")
            .with(' ', "\\u0020")
            .with('<', "\\u003C")
            .with('>', "\\u003E")
            .with('"', "\\u0022")
            .with('{', "\\u007B")
            .with('}', "\\u007D")
            .with('|', "\\u007C")
            .with('^', "\\u005E")
            .with('`', "\\u0060")
            .with('\\', "\\u005C");

    /** Content and attribute values of XML; line ends and tabs by number, because reading would change them. */
    static final Escapes XML = new Escapes()
            .with('<', "&lt;")
            .with('>', "&gt;")
            .with('&', "&amp;")
            .with('"', "&quot;")
            .with('\r', "&#xD;")
            .with('\n', "&#xA;")
            .with('\t', "&#x9;");

    private final byte[][] written = new byte[0x80][];
    private final boolean[] looked = new boolean[0x80];

    private Escapes() {
        looked['?'] = true;
    }

    private Escapes with(char c, String escape) {
        written[c] = escape.getBytes(StandardCharsets.US_ASCII);
        looked[c] = true;
        return this;
    }

    private Escapes controls(String before) {
        for (char c = 0; c < ' '; c++) {
            with(c, before + HexFormat.of().withUpperCase().toHexDigits((byte) c));
        }
        return this;
    }

    /**
     * Where in ASCII the next character stands that is written another way, or a question mark, which Java also writes
     * for half a pair of surrogates; the length if there is none.
     */
    int next(byte[] ascii, int from) {
        int at = from;
        while (at < ascii.length && !looked[ascii[at] & 0x7F]) {
            at++;
        }
        return at;
    }

    boolean changes(char ascii) {
        return written[ascii] != null;
    }

    byte[] of(char ascii) {
        return written[ascii];
    }
}
