package org.w3id.urbis.loader.readform;

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
        int hash = 0x811C9DC5;
        for (byte b : bytes) {
            hash = (hash ^ b & 0xFF) * 0x01000193;
        }
        // The multiplication mixes upwards only, and tables are indexed by the lower bits.
        return hash ^ hash >>> 15;
    }
}
