package org.w3id.urbis.loader.validation;

import org.apache.jena.graph.Node;

/** Finds where elements of an XML file begin, of which its parser says where their tags end. */
final class XmlTags {

    private final SourceText source;

    XmlTags(SourceText source) {
        this.source = source;
    }

    /**
     * Finds the place of a term.
     *
     * @param line   the line at which the parser had read a tag
     * @param column the column after the tag
     * @param node   what is said there
     * @return the packed place of the attribute that says it in full, else that of the element's start; as it was given if
     *     no tag ends there
     */
    long place(long line, long column, Node node) {
        String text = source.text();
        int end = source.offset((int) line, (int) column);
        int start = text.lastIndexOf('<', end - 1);
        if (line < 1 || start < 0) {
            return Position.pack(line, column);
        }
        if (text.startsWith("</", start)) {
            start = opening(text, start, end);
        }
        int attribute = node.isURI() ? text.indexOf("\"" + node.getURI() + "\"", start) : -1;
        Position place = source.position(attribute >= 0 && attribute < end ? attribute + 1 : start);
        return Position.pack(place.line(), place.column());
    }

    /** Where the element begins whose end tag begins at an offset; elements with text have none of their name within. */
    private static int opening(String text, int close, int end) {
        int stop = text.indexOf('>', close);
        String name = text.substring(close + 2, stop < 0 ? end : stop).strip();
        for (int at = text.lastIndexOf("<" + name, close - 1); at >= 0; at = text.lastIndexOf("<" + name, at - 1)) {
            char next = text.charAt(at + 1 + name.length());
            if (next == '>' || next == '/' || Character.isWhitespace(next)) {
                return at;
            }
        }
        return close;
    }
}
