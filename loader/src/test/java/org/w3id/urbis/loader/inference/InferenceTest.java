package org.w3id.urbis.loader.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.GraphReader;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.ontology.ResourceFolder;

class InferenceTest {

    private static final String PREFIXES = """
        PREFIX : <http://a.example/>
        PREFIX g: <https://w3id.org/urbis/graph/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;

    @TempDir
    private Path folder;

    @Test
    void aMembershipMakesAMemberAndItsCityOne() {
        assertFollows("""
            g:a { :m urbis:member :graz-council ; urbis:inOrganization :hrcn .
                  :graz-council urbis:governs :graz . :graz a urbis:City }\
            """, ":graz-council urbis:isMemberOf" + " :hrcn . :graz" + " urbis:isMemberOf :hrcn");
    }

    @Test
    void aMembershipThatHasEndedMakesNone() {
        assertFollows("g:a { :m urbis:member :c ; urbis:inOrganization :n ; urbis:endDate '2020'^^xsd:gYear }", "");
    }

    @Test
    void aRegionIsNoCity() {
        assertFollows(
                "g:a { :m urbis:member :canton ; urbis:inOrganization :n . :canton urbis:governs :r . :r a"
                        + " urbis:Region }",
                ":canton urbis:isMemberOf :n");
    }

    @Test
    void placesAreWithinAllThatHoldsThem() {
        assertFollows(
                """
                g:a { :graz a urbis:City ; urbis:country :at . :address urbis:country :at }
                g:ontology { urbis:City rdfs:subClassOf urbis:Place }
                g:area { :at urbis:isWithin :west . :west urbis:isWithin :europe . :europe urbis:isWithin :world }\
                """,
                ":graz a urbis:Place ; urbis:isWithin :at, :west, :europe, :world . :at urbis:isWithin :europe, :world"
                        + " . :west urbis:isWithin :world");
    }

    @Test
    void frameworkElementsBelongToAllAboveThem() {
        assertFollows(
                "g:f { :i skos:broader :t . :t skos:broader :goal . :goal skos:topConceptOf :sdg }",
                ":i skos:broaderTransitive :t, :goal . :t skos:broaderTransitive :goal ."
                        + " :goal skos:inScheme :sdg . :t skos:inScheme :sdg . :i skos:inScheme :sdg");
    }

    @Test
    void deadlinesEndOnTheirLastDay() {
        assertFollows(
                "g:a { :a urbis:deadline '2030'^^xsd:gYear . :b urbis:deadline '2024-02'^^xsd:gYearMonth . :c"
                        + " urbis:deadline 'soon' }",
                ":a urbis:deadlineDate '2030-12-31'^^xsd:date . :b urbis:deadlineDate '2024-02-29'^^xsd:date");
    }

    @Test
    void citationsAreCompletedFromTheirGraph() {
        assertFollows("""
            g:catalogue { g:a urbis:document :directory }
            g:a { :c40 urbis:citation :x , :y , :z . :x urbis:lines "209-211" . :y urbis:lines "7" .
                  :z urbis:document :other ; urbis:locator "page 3" }\
            """, """
            :x a urbis:Citation ; urbis:inGraph g:a ; urbis:document :directory ; urbis:firstLine 209 ; urbis:lastLine 211 .
            :y a urbis:Citation ; urbis:inGraph g:a ; urbis:document :directory ; urbis:firstLine 7 ; urbis:lastLine 7 .
            :z a urbis:Citation ; urbis:inGraph g:a\
            """);
    }

    @Test
    void whatIsTheSameIsTheSameBothWays() {
        assertFollows(
                "g:a { :a owl:sameAs :b . :b owl:sameAs :c }",
                ":b owl:sameAs :a . :c owl:sameAs :b, :a . :a owl:sameAs :c");
    }

    @Test
    void symmetricPropertiesGoBothWays() {
        assertFollows(
                "g:ontology { urbis:cooperatesWith a owl:SymmetricProperty } g:a { :a urbis:cooperatesWith :b }",
                ":b urbis:cooperatesWith :a");
    }

    @Test
    void standardTermsComeWithOurs() {
        assertFollows("""
            g:ontology { urbis:Network rdfs:subClassOf urbis:Organization . urbis:Organization rdfs:subClassOf :Org .
                         urbis:isMemberOf rdfs:subPropertyOf :memberOf . :memberOf rdfs:subPropertyOf :related }
            g:a { :c40 a urbis:Network . :m urbis:member :graz ; urbis:inOrganization :c40 }\
            """, """
            urbis:Network rdfs:subClassOf :Org . urbis:isMemberOf rdfs:subPropertyOf :related .
            :c40 a urbis:Organization, :Org .
            :graz urbis:isMemberOf :c40 ; :memberOf :c40 ; :related :c40\
            """);
    }

    @Test
    void whatIsStatedIsNotInferredAgain() {
        Candidate candidate = candidate("g:a { :a owl:sameAs :b } g:b { :b owl:sameAs :a }");
        long size = candidate.size();
        Map<Rule, Long> added = Inference.shipped().addTo(candidate);
        assertEquals(size, candidate.size());
        assertTrue(added.values().stream().allMatch(count -> count == 0), added::toString);
        assertEquals(0, candidate.size(BaseIri.URBIS.graph("inferred")));
    }

    @Test
    void rulesThatShareANumberRepeatUntilNothingIsNew() throws IOException {
        rule(
                "a.rq",
                "#+ summary: Down the chain.\n#+ order: 1\n#+ repeat: until nothing new",
                "CONSTRUCT { ?b a :Reached } WHERE { ?a a :Reached ; :next ?b }");
        rule(
                "b.rq",
                "#+ summary: And back.\n#+ order: 1",
                "CONSTRUCT { ?a a :Seen } WHERE { ?a a :Reached ; :next ?b }");
        Candidate candidate = candidate("g:a { :a a :Reached ; :next :b . :b :next :c . :c :next :d . :d :next :a }");
        Map<Rule, Long> added = Inference.of(ResourceFolder.inDirectory(folder)).addTo(candidate);
        assertEquals(List.of(3L, 4L), List.copyOf(added.values()));
    }

    @Test
    void rulesRunInTheOrderOfTheirNumbers() throws IOException {
        rule("a.rq", "#+ summary: Second.\n#+ order: 20", "CONSTRUCT { ?x :b 1 } WHERE { ?x :a 1 }");
        rule("b.rq", "#+ summary: First.\n#+ order: 3", "CONSTRUCT { ?x :a 1 } WHERE { ?x :start 1 }");
        Candidate candidate = candidate("g:a { :x :start 1 }");
        Inference inference = Inference.of(ResourceFolder.inDirectory(folder));
        assertEquals(
                List.of("b", "a"), inference.rules().stream().map(Rule::name).toList());
        inference.addTo(candidate);
        assertEquals(2, candidate.size(BaseIri.URBIS.graph("inferred")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "#+ order: 1 | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } | needs",
                "#+ summary: x | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } | needs",
                "#+ summary: x\\n#+ order: one | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } | no number",
                "#+ summary: x\\n"
                        + "#+ order: 1\\n"
                        + "#+ repeat: twice | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } | until nothing new",
                "#+ summary: x\\n#+ order: 1\\n#+ priority: 1 | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } | priority",
                "#+ summary: x\\n#+ order: 1 | SELECT * { ?s ?p ?o } | not a CONSTRUCT",
                "#+ summary: x\\n#+ order: 1 | CONSTRUCT { ?s ?p [] } { ?s ?p ?o } | blank nodes",
                "#+ summary: x\\n#+ order: 1 | CONSTRUCT { ?s ?p ?o } { ?s ?p } | cannot be parsed",
                "#+ summary: x\\n"
                        + "#+ order: 1 | CONSTRUCT { ?s ?p ?o } { BIND ( NOW() AS ?o ) ?s ?p 1 } | NOW() is refused",
            })
    void aFileThatIsNoRuleIsRefused(String header, String query, String complaint) throws IOException {
        rule("bad.rq", header.replace("\\n", "\n"), query);
        String message = assertThrows(
                        UnusableRuleException.class, () -> Inference.of(ResourceFolder.inDirectory(folder)))
                .getMessage();
        assertTrue(message.startsWith("Rule bad ") && message.contains(complaint), message);
    }

    @Test
    void theRulesThatShipCoverTheirSubjects() {
        List<Rule> rules = Inference.shipped().rules();
        assertTrue(rules.size() >= 14, rules::toString);
        assertTrue(rules.stream().allMatch(rule -> rule.summary().endsWith(".")));
    }

    @Test
    void whatTheTinyWorldOfTheQueriesHoldsAsInferredDoesFollow() throws IOException {
        Node inferred = BaseIri.URBIS.graph("inferred");
        List<Quad> world = quads(ResourceFolder.onClasspath("urbis/queries").text("world.trig"));
        Candidate candidate = new Candidate(BaseIri.URBIS);
        GraphReader reader = new GraphReader(BaseIri.URBIS);
        ProgramGraphs.list(BaseIri.URBIS.value())
                .forEach(graph -> candidate.add(
                        reader.read(graph.file().orElseThrow(), graph.name()).quads()));
        candidate.add(
                world.stream().filter(quad -> !quad.getGraph().equals(inferred)).toList());
        Inference.shipped().addTo(candidate);
        List<Quad> wrong = world.stream()
                .filter(quad ->
                        quad.getGraph().equals(inferred) && !candidate.merged().contains(quad.asTriple()))
                .toList();
        assertEquals(List.of(), wrong);
    }

    private void rule(String file, String header, String query) throws IOException {
        Files.writeString(folder.resolve(file), header + "\n" + PREFIXES + query);
    }

    /** Asserts that exactly some statements follow from others, beside those about what the classes are. */
    private static void assertFollows(String stated, String expected) {
        Candidate candidate = candidate(stated);
        Inference.shipped().addTo(candidate);
        Set<String> inferred = candidate
                .quads()
                .filter(quad -> quad.getGraph().equals(BaseIri.URBIS.graph("inferred")))
                .map(quad -> NodeFmtLib.strNT(quad.asTriple()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = quads("g:x { " + expected + " }").stream()
                .map(quad -> NodeFmtLib.strNT(quad.asTriple()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", wanted), String.join("\n", inferred));
    }

    private static Candidate candidate(String trig) {
        Candidate candidate = new Candidate(BaseIri.URBIS);
        candidate.add(quads(trig));
        return candidate;
    }

    private static List<Quad> quads(String trig) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + trig, Lang.TRIG).parse(dataset);
        List<Quad> quads = new ArrayList<>();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }
}
