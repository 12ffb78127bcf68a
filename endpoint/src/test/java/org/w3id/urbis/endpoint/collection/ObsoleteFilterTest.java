package org.w3id.urbis.endpoint.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.ontology.Urbis;

/** A filter that goes by a property of the ontology that is not to be used any more says so. */
class ObsoleteFilterTest {

    private static List<String> obsolete(SchemaGraphs graphs) {
        Kinds kinds = Kinds.of(graphs.ontology());
        SortedMap<String, Filter> filters =
                new Filters(graphs, kinds).of(kinds.find("networks").orElseThrow());
        List<Input> inputs = FilterInputs.of(filters.values());
        assertTrue(inputs.size() > 20, inputs::toString);
        return inputs.stream().filter(Input::deprecated).map(Input::name).toList();
    }

    @Test
    void itIsMarkedInTheDescriptionOfTheServer() {
        SchemaGraphs graphs = SchemaGraphs.shipped();
        assertEquals(List.of(), obsolete(graphs), "nothing of the shipped ontology is");
        graphs.ontology()
                .add(
                        NodeFactory.createURI(Urbis.NS + "website"),
                        OWL2.deprecated.asNode(),
                        NodeFactory.createLiteralByValue(true));
        assertEquals(List.of("website"), obsolete(graphs));
    }
}
