package org.w3id.urbis.loader.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTermTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "'01'^^xsd:integer, '1'^^xsd:integer",
                "'+5'^^xsd:nonNegativeInteger, '5'^^xsd:nonNegativeInteger",
                "'1.50'^^xsd:decimal, '1.5'^^xsd:decimal",
                "'100'^^xsd:decimal, '100.0'^^xsd:decimal",
                "'1'^^xsd:boolean, 'true'^^xsd:boolean",
                "'1e3'^^xsd:double, '1000.0e0'^^xsd:double",
                "'2030'^^xsd:gYear, '2030'^^xsd:gYear",
                "'2015-12-08'^^xsd:date, '2015-12-08'^^xsd:date",
                "'2015-12-08T00:00:00Z'^^xsd:dateTime, '2015-12-08T00:00:00Z'^^xsd:dateTime",
                "'many'^^xsd:integer, 'many'^^xsd:integer",
                "'12345678901234567890123'^^xsd:integer, '12345678901234567890123'^^xsd:integer",
                "'01', '01'",
                "'un'@fr-CH, 'un'@fr-CH",
            })
    void theSpellingIsTheOneTheStoreGivesBack(String written, String expected) {
        Node canonical = CanonicalTerm.of(NodeFactoryExtra.parseNode(written));
        assertEquals(NodeFactoryExtra.parseNode(expected), canonical);
        assertEquals(canonical, throughTheStore(NodeFactoryExtra.parseNode(written)));
    }

    private static Node throughTheStore(Node object) {
        DatasetGraph store = DatabaseMgr.createDatasetGraph();
        Node any = NodeFactoryExtra.parseNode("<http://a.example/x>");
        Txn.exec(store, TxnType.WRITE, () -> store.add(any, any, any, object));
        return Txn.calculateRead(store, () -> store.find(Quad.ANY).next().getObject());
    }
}
