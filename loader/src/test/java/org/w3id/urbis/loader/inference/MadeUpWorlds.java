package org.w3id.urbis.loader.inference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.readform.ReadFormBuilder;
import org.w3id.urbis.loader.statement.StatementOrder;
import org.w3id.urbis.loader.statement.Steps;

/** Small graphs that nobody thought of, and changes of them, in which much follows from little. */
final class MadeUpWorlds {

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

    private final List<String> kinds;

    /** Makes worlds of some further statements too. */
    MadeUpWorlds(List<String> further) {
        this.kinds = new ArrayList<>(KINDS);
        kinds.addAll(further);
    }

    /** Such a world with all that follows, and if it is to be so with its description, in a read form. */
    static EarlierStatements earlier(Set<Quad> quads, boolean described, Path file) {
        Candidate earlierCandidate = candidate(quads);
        Steps earlierSteps = Inference.shipped().stepsTo(earlierCandidate).orElseThrow();
        if (described) {
            Describing.shipped().addTo(earlierCandidate);
        }
        byte[] ordered = ordered(earlierCandidate, earlierSteps, file);
        return EarlierStatements.of(ReadForm.open(file), BASE.graph("inferred"), BASE.graph("description"), ordered)
                .orElseThrow();
    }

    /** Writes the read form, and gives the steps in its order. */
    static byte[] ordered(Candidate candidate, Steps steps, Path file) {
        byte[] ordered = new byte[steps.count()];
        int[] count = new int[1];
        ReadFormBuilder.write(candidate.statements(), StatementOrder.of(candidate.statements()), file, row -> {
            if (steps.has(row)) {
                ordered[count[0]++] = steps.of(row);
            }
        });
        return ordered;
    }

    static Candidate candidate(Collection<Quad> quads) {
        Candidate candidate = new Candidate(BASE);
        candidate.add(quads);
        return candidate;
    }

    Set<Quad> world(Random random, int size) {
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

    private String filled(Random random) {
        String kind = kinds.get(random.nextInt(kinds.size()));
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < kind.length(); i++) {
            boolean isPlace = kind.charAt(i) == '?';
            filled.append(isPlace ? ":t" + random.nextInt(7) : String.valueOf(kind.charAt(i)));
        }
        return filled.toString();
    }

    Set<Quad> changed(Set<Quad> before, Random random) {
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
