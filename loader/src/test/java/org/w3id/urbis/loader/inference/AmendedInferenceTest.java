package org.w3id.urbis.loader.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.readform.ReadFormBuilder;
import org.w3id.urbis.loader.statement.StatementOrder;
import org.w3id.urbis.loader.statement.Steps;

/** After any change the rules that look only at what it touches make what they make of the whole, at the same steps. */
class AmendedInferenceTest {

    private static final BaseIri BASE = BaseIri.URBIS;

    /** Statements of which worlds are made; {@code ?} stands for one of a few things. */
    private static final List<String> KINDS = List.of(
            "?m urbis:member ? ; urbis:inOrganization ?",
            "?m urbis:role role:partner",
            "?m urbis:role role:member",
            "?m urbis:endDate '2020'^^xsd:gYear",
            "? urbis:governs ?",
            "? a urbis:City",
            "? a urbis:LocalGovernment",
            "? a :Hamlet",
            ":Hamlet rdfs:subClassOf :Village",
            ":Village rdfs:subClassOf urbis:Place",
            "urbis:City rdfs:subClassOf urbis:Place",
            ":Village rdfs:subClassOf :Hamlet",
            "? urbis:country ?",
            "? urbis:isWithin ?",
            "? urbis:isMemberOf ?",
            "? skos:broader ?",
            "? skos:broaderTransitive ?",
            "? skos:topConceptOf ?",
            "? skos:inScheme ?",
            "? owl:sameAs ?",
            "? urbis:citation ?",
            "? urbis:lines '1-2'",
            "? urbis:lines '7'",
            "g:a urbis:document ?",
            "g:b urbis:document ?",
            "? urbis:document ?",
            ":next a owl:SymmetricProperty",
            "? :next ?",
            "? :beside ?",
            "? :beside 'text'",
            ":beside rdfs:subPropertyOf :next",
            ":next rdfs:subPropertyOf :near",
            "? urbis:deadline '2030'^^xsd:gYear",
            "? urbis:deadline '2030-12'^^xsd:gYearMonth",
            """
            ?c urbis:committedBy ? ; urbis:measure :share ; urbis:deadline '2030'^^xsd:gYear ; urbis:citation ? ;
              urbis:quantity :q1\
            """,
            """
            ?c urbis:committedBy ? ; urbis:measure :share ; urbis:deadline '2030'^^xsd:gYear ; urbis:citation ? ;
              urbis:quantity :q2\
            """,
            ":q1 urbis:unit unit:percent ; urbis:value 10",
            ":q2 urbis:unit unit:percent ; urbis:value 20");

    private static final String PREFIXES = """
        PREFIX : <http://a.example/>
        PREFIX g: <https://w3id.org/urbis/graph/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX role: <https://w3id.org/urbis/id/role/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX unit: <https://w3id.org/urbis/id/unit/>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;

    @TempDir
    private Path directory;

    @Test
    void anyChangeGivesWhatTheWholeGives() throws IOException {
        Inference inference = Inference.shipped();
        long amended = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Set<Quad> before = world(random, 10 + random.nextInt(50));
            Set<Quad> after = changed(before, random);
            Candidate whole = candidate(after);
            Optional<Steps> wholeSteps = inference.addTo(whole, Optional.empty());
            Candidate part = candidate(after);
            EarlierStatements earlier = earlier(before, directory.resolve("form" + seed));
            after.stream().filter(quad -> !before.contains(quad)).forEach(earlier::add);
            before.stream().filter(quad -> !after.contains(quad)).forEach(earlier::remove);
            Optional<Steps> partSteps = AmendedInference.add(inference.rules(), earlier, part);
            assertTrue(partSteps.isPresent(), "seed " + seed);
            assertEquals(told(whole, wholeSteps.orElseThrow()), told(part, partSteps.get()), "seed " + seed);
            assertArrayEquals(
                    ordered(whole, wholeSteps.get(), directory.resolve("after" + seed)),
                    earlier.stepsIn(ReadForm.open(directory.resolve("after" + seed))),
                    "seed " + seed);
            amended += earlier.changedByRules().size();
        }
        assertTrue(amended > 200, "too little follows: " + amended);
    }

    private static EarlierStatements earlier(Set<Quad> quads, Path file) {
        Candidate earlierCandidate = candidate(quads);
        Steps earlierSteps =
                Inference.shipped().addTo(earlierCandidate, Optional.empty()).orElseThrow();
        byte[] ordered = ordered(earlierCandidate, earlierSteps, file);
        return EarlierStatements.of(ReadForm.open(file), BASE.graph("inferred"), BASE.graph("description"), ordered)
                .orElseThrow();
    }

    /** Writes the read form, and gives the steps in its order. */
    private static byte[] ordered(Candidate candidate, Steps steps, Path file) {
        byte[] ordered = new byte[steps.count()];
        int[] count = new int[1];
        ReadFormBuilder.write(candidate.statements(), StatementOrder.of(candidate.statements()), file, row -> {
            if (steps.has(row)) {
                ordered[count[0]++] = steps.of(row);
            }
        });
        return ordered;
    }

    private static Candidate candidate(Collection<Quad> quads) {
        Candidate candidate = new Candidate(BASE);
        candidate.add(quads);
        return candidate;
    }

    private static Map<Quad, Integer> told(Candidate candidate, Steps steps) {
        Map<Quad, Integer> told = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (int row = 0; row < candidate.statements().size(); row++) {
            told.put(candidate.statements().quad(row), steps.has(row) ? steps.of(row) & 0xFF : -1);
        }
        return told;
    }

    private static Set<Quad> world(Random random, int size) {
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            blocks.add("g:" + "abc".charAt(random.nextInt(3)) + " { " + filled(random) + " }");
        }
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + String.join("\n", blocks), Lang.TRIG).parse(dataset);
        Set<Quad> quads = new LinkedHashSet<>();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }

    private static String filled(Random random) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < kind.length(); i++) {
            boolean isPlace = kind.charAt(i) == '?';
            filled.append(isPlace ? ":t" + random.nextInt(7) : String.valueOf(kind.charAt(i)));
        }
        return filled.toString();
    }

    private static Set<Quad> changed(Set<Quad> before, Random random) {
        Set<Quad> after = new LinkedHashSet<>(before);
        int gone = random.nextInt(6);
        List<Quad> all = new ArrayList<>(before);
        for (int i = 0; i < gone; i++) {
            after.remove(all.get(random.nextInt(all.size())));
        }
        after.addAll(world(random, random.nextInt(5)));
        if (random.nextInt(4) == 0) {
            Quad moved = all.get(random.nextInt(all.size()));
            after.remove(moved);
            after.add(Quad.create(NodeFactory.createURI(BASE.value() + "graph/d"), moved.asTriple()));
        }
        return after;
    }
}
