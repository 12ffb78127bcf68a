package org.w3id.urbis.loader.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML file, part by part: an element is an object, its attributes and the elements in it are members under their local
 * names, and text that stands in it is text. The file is an object with its outermost element as the only member. A document
 * type, and whatever it could pull in, has no effect.
 *
 * @see <a href="https://www.w3.org/TR/xml/">XML 1.0</a>
 */
final class XmlEvents implements TreeEvents {

    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final Deque<Told> ahead = new ArrayDeque<>();
    private final StringBuilder gathered = new StringBuilder();
    private String text = "";
    private long line = 1;

    /** A part that is known before it is asked for. */
    private record Told(Part part, String text) {}

    XmlEvents(InputStream bytes) throws BrokenTreeException {
        this.bytes = bytes;
        try {
            this.xml = WorkbookParts.reader(bytes);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        ahead.add(new Told(Part.OBJECT, ""));
    }

    @Override
    public Part next() throws BrokenTreeException, IOException {
        try {
            while (ahead.isEmpty() && xml.hasNext()) {
                take(xml.next());
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw new BrokenTreeException("This is no XML: " + cause.getMessage(), line, 0, cause);
            }
            throw broken(e);
        }
        Told told = ahead.poll();
        text = told == null ? "" : told.text();
        return told == null ? null : told.part();
    }

    private void gather(String piece) throws XMLStreamException {
        if (piece.length() + gathered.length() > BoundedReader.MOST) {
            throw new XMLStreamException("a text is longer than " + BoundedReader.MOST + " characters");
        }
        gathered.append(piece);
    }

    /** A text ends where an element begins or ends. */
    private void endText() {
        if (!gathered.toString().isBlank()) {
            ahead.add(new Told(Part.TEXT, gathered.toString().strip()));
        }
        gathered.setLength(0);
    }

    private void take(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.START_ELEMENT
                || event == XMLStreamConstants.END_ELEMENT
                || event == XMLStreamConstants.END_DOCUMENT) {
            endText();
        }
        line = Math.max(1, xml.getLocation().getLineNumber());
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                ahead.add(new Told(Part.KEY, xml.getLocalName()));
                ahead.add(new Told(Part.OBJECT, ""));
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    ahead.add(new Told(Part.KEY, xml.getAttributeLocalName(i)));
                    ahead.add(new Told(Part.VALUE, xml.getAttributeValue(i)));
                }
            }
            case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> ahead.add(new Told(Part.END, ""));
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> gather(xml.getText());
            default -> {
                // Comments, instructions and the document type say nothing.
            }
        }
    }

    private static BrokenTreeException broken(XMLStreamException e) {
        // The parser repeats the place before what it says.
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
        return new BrokenTreeException(
                "This is no XML: " + message,
                e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber()),
                e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNumber()),
                e);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        bytes.close();
    }
}
