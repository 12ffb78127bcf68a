package org.w3id.urbis.loader.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.inference.Inference;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/** Of which questions the answers change is told without asking most of them, and as if all had been asked. */
class QueryChangesTest {

    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();
    private static final Inference RULES = Inference.shipped();
    private static final List<CatalogueQuery> QUESTIONS = QueryCatalogue.shipped().queries().stream()
            .filter(question -> !question.isFederated())
            .toList();

    private static DatasetGraph world;
    private static List<Quad> quads;
    private static Map<String, RowHashes> answers;

    @BeforeAll
    static void askAll() {
        DatasetGraph read = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(ResourceFolder.onClasspath("urbis/queries").text("world.trig"), Lang.TRIG)
                .parse(read);
        // As a published dataset, it shows all graphs as one.
        world = new AmendedDataset(read);
        quads = new ArrayList<>();
        read.find().forEachRemaining(quads::add);
        read.begin(TxnType.READ);
        quads.sort(Comparator.comparing(Quad::toString));
        answers = answers(world);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void areThoseThatAskingAllOfThemWouldFind(long seed) {
        Random random = new Random(seed);
        List<Quad> lost = new ArrayList<>();
        List<Quad> gained = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            lost.add(any(random));
            Quad one = any(random);
            Quad other = any(random);
            gained.add(Quad.create(
                    one.getGraph(),
                    random.nextBoolean() ? one.getSubject() : NodeFactory.createURI("urn:new"),
                    one.getPredicate(),
                    random.nextBoolean() ? one.getObject() : other.getObject()));
        }
        Amendment amendment =
                Amendment.of(world, gained, random.nextBoolean() ? lost : List.of(), BaseIri.URBIS, RULES);
        Map<String, RowHashes> then = answers(amendment.after());
        List<String> expected = then.keySet().stream()
                .filter(name -> then.get(name).more(answers.get(name))
                                + answers.get(name).more(then.get(name))
                        > 0)
                .map(name -> name + " +" + then.get(name).more(answers.get(name)) + " -"
                        + answers.get(name).more(then.get(name)))
                .toList();
        QueryChanges told =
                QueryChanges.of(QueryCatalogue.shipped(), amendment, 1, new KnownAnswers(), Duration.ofMinutes(5));
        assertEquals(
                expected,
                told.changed().stream()
                        .map(change -> change.name() + " +" + change.gained() + " -" + change.lost())
                        .toList());
        assertEquals(List.of(), told.notAsked());
        assertEquals(QUESTIONS.size(), told.changed().size() + told.unchanged().size());
    }

    @Test
    void areNotLookedForWhereNothingIsReached() {
        Relevance relevance = new Relevance(
                Amendment.of(
                        world,
                        List.of(quad("urn:n", "http://www.w3.org/2004/02/skos/core#prefLabel", "\"N\"")),
                        List.of(),
                        BaseIri.URBIS,
                        RULES),
                System.nanoTime() + PATIENCE);
        long asked = QUESTIONS.stream()
                .filter(question -> relevance.mayChange(question.query()))
                .count();
        // Nearly all of them look for labels, but of things of which more is said.
        assertTrue(asked < QUESTIONS.size() / 4, () -> asked + " of " + QUESTIONS.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT * { ?s :p ?o }                                         | true
        SELECT * { ?s <http://jena.apache.org/text#query> "x" }       | true
        SELECT * { ?s :p ?o ; :q ?x }                                 | false
        SELECT * { ?s :p ?o . ?o :q ?x }                              | false
        SELECT * { ?s :p ?o OPTIONAL { ?o :q ?x } }                   | true
        SELECT * { ?s :q ?x OPTIONAL { ?s :p ?o } }                   | false
        SELECT * { ?s :in ?x OPTIONAL { ?s :p ?o } }                  | true
        SELECT * { ?s :in ?x FILTER NOT EXISTS { ?s :p ?o } }         | true
        SELECT * { ?s :in ?x FILTER NOT EXISTS { ?s :p ?o ; :q ?y } } | false
        SELECT * { ?s :in ?x MINUS { ?s :p ?o } }                     | true
        SELECT * { ?s :q ?x MINUS { ?s :p ?o } }                      | false
        SELECT * { ?s :in/:p ?o }                                     | false
        SELECT * { ?s ^:in/:p ?o }                                    | true
        SELECT * { ?s :in+ ?t . ?t :q ?o }                            | false
        SELECT * { GRAPH :other { ?s :p ?o } }                        | false
        SELECT * { GRAPH ?g { ?s :p ?o } }                            | true
        SELECT (COUNT(*) AS ?n) { ?s :in ?x { SELECT ?s (COUNT(?o) AS ?m) { ?s :p ?o } GROUP BY ?s } } | true
        SELECT * { { ?s :q ?x } UNION { ?s :in ?x ; :p ?o } }         | true
        SELECT * { ?s :in ?x BIND ( EXISTS { ?s :p 7 } AS ?b ) }      | true
        SELECT * { ?s :in ?x BIND ( EXISTS { ?s :p 8 } AS ?b ) }      | false
        """)
    void dependOnWhatIsBesideAStatement(String query, boolean mayChange) {
        DatasetGraph small = DatasetGraphFactory.createTxnMem();
        small.add(quad("urn:x:a", "urn:x:in", "<urn:x:b>"));
        small.begin(TxnType.READ);
        Amendment amendment = Amendment.of(
                new AmendedDataset(small), List.of(quad("urn:x:a", "urn:x:p", "7")), List.of(), BaseIri.URBIS, RULES);
        assertEquals(
                mayChange,
                new Relevance(amendment, System.nanoTime() + PATIENCE)
                        .mayChange(QueryFactory.create("PREFIX : <urn:x:> " + query)));
    }

    @Test
    void areLeftOpenWhereThereIsNoTime() {
        Amendment amendment = Amendment.of(world, List.of(), quads.subList(0, 5), BaseIri.URBIS, RULES);
        QueryChanges told = QueryChanges.of(QueryCatalogue.shipped(), amendment, 1, new KnownAnswers(), Duration.ZERO);
        assertEquals(List.of(), told.changed());
        assertFalse(told.notAsked().isEmpty());
        assertEquals(QUESTIONS.size(), told.notAsked().size() + told.unchanged().size());
    }

    private static Map<String, RowHashes> answers(DatasetGraph dataset) {
        Map<String, RowHashes> answers = new TreeMap<>();
        QUESTIONS.forEach(question -> answers.put(
                question.name(),
                RowHashes.of(question.query(), dataset, PATIENCE).orElseThrow()));
        return answers;
    }

    private static Quad any(Random random) {
        return quads.get(random.nextInt(quads.size()));
    }

    private static Quad quad(String subject, String property, String object) {
        Node value = object.startsWith("<")
                ? NodeFactory.createURI(object.substring(1, object.length() - 1))
                : object.startsWith("\"")
                        ? NodeFactory.createLiteralLang(object.substring(1, object.length() - 1), "en")
                        : NodeFactory.createLiteralByValue(new BigInteger(object));
        return Quad.create(
                NodeFactory.createURI("urn:graph"),
                NodeFactory.createURI(subject),
                NodeFactory.createURI(property),
                value);
    }
}
