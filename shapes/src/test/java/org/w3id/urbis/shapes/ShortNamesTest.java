package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class ShortNamesTest {

    private final ShortNames names = new ShortNames(Rdf.graph(""));

    @Test
    void shortensByPrefixOrByKind() {
        assertEquals("urbis:City", names.of("https://w3id.org/urbis/ontology#City"));
        assertEquals("network:c40", names.of("https://w3id.org/urbis/id/network/c40"));
        assertEquals("area:756", names.of("http://metadata.un.org/sdg/codes/geoArea/756"));
        assertEquals("sdg:11.5", names.of("http://metadata.un.org/sdg/11.5"));
        assertEquals("<https://www.c40.org/>", names.of("https://www.c40.org/"));
    }

    @Test
    void writesOutWhatAPrefixedNameCannotHold() {
        assertEquals("<https://example.org/a(b)>", names.of("https://example.org/a(b)"));
        assertEquals("<https://example.org/a.>", names.of("https://example.org/a."));
    }

    @Test
    void showsLiteralsByTheirTextAndBlankNodesByTheirClass() {
        Graph data = Rdf.graph(":a :b [ a :C ] , [ :d 5 ] .");
        Node typed = data.find(Node.ANY, Node.ANY, Rdf.node("C")).next().getSubject();
        Node untyped = data.find(Node.ANY, Rdf.node("d"), Node.ANY).next().getSubject();
        assertEquals("[ a :C ]", names.of(typed, data));
        assertEquals("[ ]", names.of(untyped, data));
        assertEquals("12.5", names.of(NodeFactory.createLiteralDT("1.25E1", XSDDatatype.XSDdouble), data));
        assertEquals("1.25E1", names.of(NodeFactory.createLiteralString("1.25E1"), data));
        assertEquals("5", names.of(data.find(untyped, Node.ANY, Node.ANY).next().getObject(), data));
    }
}
