package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.vocabulary.XSD;

/** Terms as bytes: a letter for the kind, what the kind needs, and the text in UTF-8. */
final class TermBytes {
    private static final byte IRI = 'i';
    private static final byte BLANK = 'b';
    private static final byte TEXT = 't';
    /** Followed by the length of the language tag and the tag. */
    private static final byte LANGUAGE = 'l';
    /** Followed by the direction's letter, the length of the language tag and the tag. */
    private static final byte DIRECTION = 'd';
    /** Followed by the number of the datatype in two bytes. */
    private static final byte TYPED = 'y';

    private static final int MOST_DATATYPES = 1 << 16;
    private static final int LONGEST_TAG = 255;

    private final List<RDFDatatype> datatypes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Begins with these datatypes, in the order of their numbers. */
    TermBytes(List<String> iris) {
        iris.forEach(this::number);
    }

    /** The datatypes met so far, in the order of their numbers. */
    List<String> datatypes() {
        return datatypes.stream().map(RDFDatatype::getURI).toList();
    }

    /** Writes the section of the datatypes. */
    void writeDatatypes(FormFile.Writer out) throws IOException {
        byte[] names = (String.join("\0", datatypes()) + "\0").getBytes(StandardCharsets.UTF_8);
        out.bytes(Section.DATATYPES, List.of(names).iterator(), names.length);
    }

    private int number(String iri) {
        return numbers.computeIfAbsent(iri, any -> {
            datatypes.add(TypeMapper.getInstance().getSafeTypeByName(iri));
            return datatypes.size() - 1;
        });
    }

    /**
     * Writes a term to be kept; a datatype that is new gets the next number.
     *
     * @throws UnreadableFormException if it is of a kind that has no place here
     */
    byte[] written(Node term) {
        if (term.isLiteral() && numbers.size() == MOST_DATATYPES) {
            throw new UnreadableFormException("Too many datatypes");
        }
        if (term.isLiteral()) {
            number(term.getLiteralDatatypeURI());
        }
        byte[] bytes = sought(term);
        if (bytes.length == 0) {
            throw new UnreadableFormException("A term has no place in a read form: " + term);
        }
        return bytes;
    }

    /** Writes a term to be looked for; empty if no term that is kept can be equal to it. */
    byte[] sought(Node term) {
        if (term.isURI()) {
            return bytes(term.getURI(), IRI);
        }
        if (term.isBlank()) {
            return bytes(term.getBlankNodeLabel(), BLANK);
        }
        if (!term.isLiteral()) {
            return new byte[0];
        }
        String text = term.getLiteralLexicalForm();
        byte[] tag = term.getLiteralLanguage().getBytes(StandardCharsets.US_ASCII);
        TextDirection direction = term.getLiteralBaseDirection();
        if (tag.length > LONGEST_TAG) {
            return new byte[0];
        }
        if (direction != null) {
            return bytes(
                    text,
                    join(new byte[] {DIRECTION, (byte) direction.direction().charAt(0), (byte) tag.length}, tag));
        }
        if (tag.length > 0) {
            return bytes(text, join(new byte[] {LANGUAGE, (byte) tag.length}, tag));
        }
        String datatype = term.getLiteralDatatypeURI();
        if (datatype.equals(XSD.xstring.getURI())) {
            return bytes(text, TEXT);
        }
        Integer number = numbers.get(datatype);
        return number == null ? new byte[0] : bytes(text, TYPED, (byte) (number >> 8), number.byteValue());
    }

    /**
     * The datatype of a term that is written, by its number.
     *
     * @param bytes     where it is written
     * @param at        where it begins
     * @param string    what to give for a text
     * @param language  what to give for a text in a language
     * @param direction what to give for a text in a language with a direction
     * @return the number; negative if it is no literal
     */
    static int datatype(ByteBuffer bytes, int at, int string, int language, int direction) {
        return switch (bytes.get(at)) {
            case TEXT -> string;
            case LANGUAGE -> language;
            case DIRECTION -> direction;
            case TYPED -> (bytes.get(at + 1) & 0xFF) << 8 | bytes.get(at + 2) & 0xFF;
            default -> -1;
        };
    }

    /**
     * Changes the number of a term's datatype, if it has one.
     *
     * @param bytes where it is written
     * @param at    where it begins
     * @param now   the new numbers of datatypes by their old ones
     */
    static void changeDatatype(byte[] bytes, int at, int[] now) {
        if (bytes[at] == TYPED) {
            int number = now[(bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF];
            bytes[at + 1] = (byte) (number >> 8);
            bytes[at + 2] = (byte) number;
        }
    }

    private static byte[] bytes(String text, byte... before) {
        return join(before, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** Reads a term. */
    Node read(byte[] bytes) {
        return switch (bytes[0]) {
            case IRI -> NodeFactory.createURI(text(bytes, 1));
            case BLANK -> NodeFactory.createBlankNode(text(bytes, 1));
            case TEXT -> NodeFactory.createLiteralString(text(bytes, 1));
            case LANGUAGE -> {
                int end = 2 + (bytes[1] & 0xFF);
                yield NodeFactory.createLiteralLang(text(bytes, end), tag(bytes, 2, end));
            }
            case DIRECTION -> {
                int end = 3 + (bytes[2] & 0xFF);
                TextDirection direction = bytes[1] == 'l' ? TextDirection.LTR : TextDirection.RTL;
                yield NodeFactory.createLiteralDirLang(text(bytes, end), tag(bytes, 3, end), direction);
            }
            default ->
                NodeFactory.createLiteralDT(text(bytes, 3), datatypes.get((bytes[1] & 0xFF) << 8 | bytes[2] & 0xFF));
        };
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    private static String tag(byte[] bytes, int from, int end) {
        return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    }

    /** A hash of a term's bytes; part of the format of the file. */
    static int hash(byte[] bytes) {
        return hash(bytes, 0, bytes.length);
    }

    /** The same of bytes among others. */
    static int hash(byte[] bytes, int from, int end) {
        int hash = 0x811C9DC5;
        for (int at = from; at < end; at++) {
            hash = (hash ^ bytes[at] & 0xFF) * 0x01000193;
        }
        // The multiplication mixes upwards only, and tables are indexed by the lower bits.
        return hash ^ hash >>> 15;
    }
}
