package org.w3id.urbis.shapes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;

/**
 * The terms of a packed graph, by number. A term is made when it is first asked for: of thousands most never are.
 *
 * <p>Each term is a byte that tells its kind, the length of what it is qualified by (the language or datatype of a
 * literal), that, and its text. Beside them lies a table in which a term is found by its hash.
 */
final class PackedTerms {

    static final byte IRI = 'i';
    static final byte BLANK = 'b';
    static final byte PLAIN = 'p';
    static final byte LANGUAGE = 'l';
    static final byte TYPED = 't';

    private final String name;
    private final ByteBuffer texts;
    private final int[] ends;
    private final int[] slots;
    private final Node[] made;

    /**
     * Takes packed terms.
     *
     * @param name  begins the labels of blank nodes
     * @param texts the terms, one after the other
     * @param ends  where each ends
     * @param slots a table whose length is a power of two: at the hash of a term, or the next free place after it, its
     *              number and 1; 0 where there is none
     */
    PackedTerms(String name, ByteBuffer texts, int[] ends, int[] slots) {
        this.name = name;
        this.texts = texts;
        this.ends = ends;
        this.slots = slots;
        this.made = new Node[ends.length];
    }

    /** How many terms there are. */
    int size() {
        return ends.length;
    }

    /** The term of a number. */
    Node term(int number) {
        Node node = made[number];
        if (node == null) {
            node = make(number);
            made[number] = node;
        }
        return node;
    }

    /** The number of a term; -1 if it is none of these. */
    int number(Node node) {
        int mask = slots.length - 1;
        for (int slot = hash(text(node)) & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            if (term(slots[slot] - 1).equals(node)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    /** A hash of the text of a term that is the same in every run, unlike those of nodes. */
    static int hash(String text) {
        int hash = text.hashCode();
        return hash ^ hash >>> 15;
    }

    /** The kind of a term. */
    static byte kind(Node node) {
        if (node.isURI()) {
            return IRI;
        }
        if (node.isBlank()) {
            return BLANK;
        }
        if (!node.getLiteralLanguage().isEmpty()) {
            return LANGUAGE;
        }
        return node.getLiteralDatatypeURI().equals(XSD.xstring.getURI()) ? PLAIN : TYPED;
    }

    /** The language or datatype of a literal; empty for what has none, and for a plain string. */
    static String qualifier(Node node) {
        return switch (kind(node)) {
            case LANGUAGE -> node.getLiteralLanguage();
            case TYPED -> node.getLiteralDatatypeURI();
            default -> "";
        };
    }

    /** The IRI, label or text of a term. */
    static String text(Node node) {
        if (node.isURI()) {
            return node.getURI();
        }
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isBlank() ? node.getBlankNodeLabel() : "";
    }

    /** The label of a blank node in a graph of some name. */
    static String label(String name, int number) {
        return name + "-" + number;
    }

    private Node make(int number) {
        int start = number == 0 ? 0 : ends[number - 1];
        byte kind = texts.get(start);
        int cut = start + 2 + Byte.toUnsignedInt(texts.get(start + 1));
        String text = text(cut, ends[number]);
        return switch (kind) {
            case IRI -> NodeFactory.createURI(text);
            case BLANK -> NodeFactory.createBlankNode(label(name, number));
            case PLAIN -> NodeFactory.createLiteralString(text);
            case LANGUAGE -> NodeFactory.createLiteralLang(text, text(start + 2, cut));
            case TYPED ->
                NodeFactory.createLiteralDT(
                        text, Objects.requireNonNull(TypeMapper.getInstance().getSafeTypeByName(text(start + 2, cut))));
            default -> throw new IllegalStateException("no term in " + name + " at " + start);
        };
    }

    private String text(int start, int end) {
        return new String(texts.array(), texts.arrayOffset() + start, end - start, StandardCharsets.UTF_8);
    }
}
