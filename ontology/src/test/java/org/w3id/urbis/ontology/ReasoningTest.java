package org.w3id.urbis.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** What a reasoner says of the ontology together with its alignments and code lists. */
class ReasoningTest {

    private static OWLOntology ontology;

    @BeforeAll
    static void load() throws OWLOntologyCreationException {
        ontology = owl(OntologyFiles.terms());
    }

    @Test
    void staysInOwl2Dl() {
        assertEquals(List.of(), new OWL2DLProfile().checkOntology(ontology).getViolations());
    }

    @Test
    void isConsistentAndEveryClassCanHaveMembers() {
        OWLReasoner reasoner = new ReasonerFactory().createReasoner(ontology);
        assertTrue(reasoner.isConsistent(), "consistent");
        Set<OWLClass> empty = Set.copyOf(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom());
        assertEquals(Set.of(), empty);
        assertTrue(ontology.classesInSignature().count() > 40, "the reasoner saw the classes");
    }

    @Test
    void aPlaceThatIsItsGovernmentIsAContradiction() throws OWLOntologyCreationException {
        Graph graph = OntologyFiles.terms();
        var graz = NodeFactory.createURI(Urbis.ID + "city/graz");
        graph.add(graz, RDF.type.asNode(), NodeFactory.createURI(Urbis.CITY));
        graph.add(graz, RDF.type.asNode(), NodeFactory.createURI(Urbis.LOCAL_GOVERNMENT));
        assertFalse(new ReasonerFactory().createReasoner(owl(graph)).isConsistent());
    }

    private static OWLOntology owl(Graph graph) throws OWLOntologyCreationException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        RDFDataMgr.write(xml, graph, Lang.RDFXML);
        return OWLManager.createOWLOntologyManager()
                .loadOntologyFromOntologyDocument(new StringDocumentSource(xml.toString(StandardCharsets.UTF_8)));
    }
}
