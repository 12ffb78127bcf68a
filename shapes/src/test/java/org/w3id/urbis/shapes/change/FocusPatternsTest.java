package org.w3id.urbis.shapes.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.ShapeValidation;

/** After any change, whatever the shapes find anew or find no more is about nodes that the change was said to touch. */
class FocusPatternsTest {

    private static final ShapeLibrary SHAPES = ShapeLibrary.forWholeGraph();

    private static final String PREFIXES = """
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX n: <https://w3id.org/urbis/id/network/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;

    /** Statements of which graphs are made; {@code ?} stands for one of a few things. */
    private static final List<String> KINDS = List.of(
            "? a urbis:City",
            "? a urbis:Network",
            "? a urbis:Address",
            "? a urbis:Citation",
            "? a urbis:Commitment",
            "? a urbis:Framework",
            "? a urbis:Hamlet",
            "? a urbis:Note",
            "? a urbis:Population",
            "? a urbis:LocalGovernment",
            "urbis:Hamlet rdfs:subClassOf urbis:City",
            "urbis:City rdfs:subClassOf urbis:Place",
            "urbis:Place rdfs:subClassOf urbis:Hamlet",
            "urbis:Network rdfs:subClassOf urbis:Organization",
            "? skos:prefLabel 'Name'@en",
            "? skos:prefLabel 'Name'@fr",
            "? dct:description 'What it is'@en",
            "? urbis:website <https://a.example/>",
            "? urbis:website <https://b.example/>",
            "? urbis:about ? ; urbis:aboutProperty urbis:website",
            "? urbis:country ?",
            "? urbis:addressCity ?",
            "? urbis:governs ?",
            "? urbis:population ?",
            "? urbis:latitude 95.0",
            "? urbis:citation ?",
            "? urbis:supports urbis:country , skos:prefLabel",
            "? urbis:supports dct:description",
            "? urbis:lines '2-1'",
            "? urbis:lines '1'",
            "? urbis:startDate '2020'^^xsd:gYear",
            "? urbis:endDate '2010'^^xsd:gYear",
            "? urbis:contributesTo ?",
            "? urbis:committedBy ?");

    @Test
    void nothingThatAChangeAltersIsLeftOut() {
        FocusPatterns patterns = new FocusPatterns(SHAPES.shapes());
        ShapeValidation validation = new ShapeValidation(SHAPES, 1);
        int altered = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Set<Triple> before = made(random, 15 + random.nextInt(30));
            Set<Triple> after = changed(before, random);
            Set<Triple> both = new LinkedHashSet<>(before);
            both.addAll(after);
            Optional<Set<Node>> touched = patterns.touched(
                    new ChangedStatements(differences(before, after)), DatasetGraphFactory.wrap(graph(both)));
            assertTrue(touched.isPresent(), "the shapes look at what is not known");
            List<ReportEntry> old = validation.judge(graph(before));
            Set<String> fresh = told(validation.judge(graph(after)));
            altered += told(old).equals(fresh) ? 0 : 1;
            Set<String> kept = told(old.stream()
                    .filter(entry -> !touched.get().contains(entry.focusNode()))
                    .toList());
            kept.addAll(told(validation.judge(graph(after), touched.get())));
            assertEquals(fresh, kept, "seed " + seed);
        }
        assertTrue(altered > 40, "too few changes matter: " + altered);
    }

    private static Set<String> told(List<ReportEntry> entries) {
        return entries.stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.value() + " " + entry.source()
                        + " " + entry.sourceConstraintComponent() + " " + entry.message())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Graph graph(Set<Triple> triples) {
        Graph graph = GraphFactory.createGraphMem();
        triples.forEach(graph::add);
        return graph;
    }

    private static Set<Quad> differences(Set<Triple> before, Set<Triple> after) {
        Set<Quad> differences = new LinkedHashSet<>();
        before.stream()
                .filter(triple -> !after.contains(triple))
                .forEach(triple -> differences.add(Quad.create(Quad.defaultGraphIRI, triple)));
        after.stream()
                .filter(triple -> !before.contains(triple))
                .forEach(triple -> differences.add(Quad.create(Quad.defaultGraphIRI, triple)));
        return differences;
    }

    private static Set<Triple> changed(Set<Triple> before, Random random) {
        Set<Triple> after = new LinkedHashSet<>(before);
        List<Triple> all = new ArrayList<>(before);
        for (int i = random.nextInt(4); i > 0; i--) {
            after.remove(all.get(random.nextInt(all.size())));
        }
        after.addAll(made(random, 1 + random.nextInt(3)));
        return after;
    }

    private static Set<Triple> made(Random random, int size) {
        StringBuilder turtle = new StringBuilder(PREFIXES);
        for (int i = 0; i < size; i++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            for (int at = 0; at < kind.length(); at++) {
                turtle.append(kind.charAt(at) == '?' ? "n:t" + random.nextInt(6) : String.valueOf(kind.charAt(at)));
            }
            turtle.append(" .\n");
        }
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(turtle.toString(), Lang.TURTLE).parse(graph);
        return new LinkedHashSet<>(graph.find().toList());
    }
}
