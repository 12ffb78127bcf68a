package org.w3id.urbis.loader.entry;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of a workbook element by element. A document type is refused, so that nothing can be pulled in by it. */
final class XlsxXml {

    /** What is done with an element that begins. */
    @FunctionalInterface
    interface Visitor {
        void start(String element, XMLStreamReader xml) throws XMLStreamException, UnreadableWorkbookException;
    }

    private XlsxXml() {}

    /** Visits each element of a part. */
    static void visit(byte[] part, Visitor visitor) throws UnreadableWorkbookException {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new UnreadableWorkbookException("workbook.document-type");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    visitor.start(xml.getLocalName(), xml);
                }
            }
            xml.close();
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new UnreadableWorkbookException("workbook.broken", e);
        }
    }

    /** An attribute that is in no namespace; empty if the element has none of that name. */
    static Optional<String> attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    /** All text up to the end of the element that has begun, except that of elements of one name. */
    static String text(XMLStreamReader xml, String except) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int skipped = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                skipped = skipped > 0 || xml.getLocalName().equals(except) ? skipped + 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                skipped = Math.max(0, skipped - 1);
            } else if (skipped == 0 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
