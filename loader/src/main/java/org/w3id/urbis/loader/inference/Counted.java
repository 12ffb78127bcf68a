package org.w3id.urbis.loader.inference;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.statement.Census;
import org.w3id.urbis.loader.statement.Statements;
import org.w3id.urbis.ontology.Urbis;

/**
 * What the sub-queries of the description count, counted on numbers: in a graph of millions the rows that a query engine
 * holds to tell them apart are larger than the graph.
 *
 * <p>The queries stay the definition, and a test compares the two.
 */
final class Counted {

    private static final String THINGS = "https://w3id.org/urbis/id/";
    private static final Node CLOSE = SKOS.closeMatch.asNode();
    private static final Node EXACT = SKOS.exactMatch.asNode();
    private static final Node CITATION = term("citation");
    private static final Node NAME = SKOS.prefLabel.asNode();
    private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");
    private static final List<Node> LINKS =
            List.of(CLOSE, EXACT, OWL.sameAs.asNode(), term("country"), term("contributesTo"), term("isWithin"));

    /** For the IRI of a dataset elsewhere, what its IRIs begin with. */
    private static final Map<String, String> SPACES = Map.of(
            "http://metadata.un.org/sdg/", "http://metadata.un.org/",
            "https://www.geonames.org/", "https://sws.geonames.org/",
            "https://www.wikidata.org/", "http://www.wikidata.org/entity/",
            "https://www.undrr.org/", "https://www.undrr.org/",
            "http://eurovoc.europa.eu/", "http://eurovoc.europa.eu/");

    private static final String[] THINGS_OF_NOTE = {"Organization", "City", "Event", "Commitment"};

    private static final Map<String, Function<Counted, List<CountTable>>> TABLES = Map.ofEntries(
            entry("class-partition", Counted::classPartition),
            entry("classes", Counted::classes),
            entry("dataset", Counted::whole),
            entry("linkset", Counted::links),
            entry("property-of-class", Counted::propertiesOfClasses),
            entry("property-partition", Counted::properties),
            entry("quality-cited-commitments", counted -> counted.share(CITATION, "Commitment")),
            entry("quality-cited-things", counted -> counted.share(CITATION, THINGS_OF_NOTE)),
            entry("quality-dated-commitments", counted -> counted.share(term("deadline"), "Commitment")),
            entry("quality-language", Counted::languages),
            entry("quality-linked-things", Counted::linked),
            entry("quality-matched-cities", Counted::matched),
            entry("quality-notes", counted -> CountTable.one("count", counted.members("Note"))),
            entry("quality-quantified-commitments", counted -> counted.share(term("quantity"), "Commitment")),
            entry("source-cited-things", counted -> counted.sources()
                    .shares(counted.members(THINGS_OF_NOTE), CITATION)),
            entry("source-dated-commitments", counted -> counted.ofCommitments(term("deadline"))),
            entry("source-linked-things", counted -> counted.sources().numbers(counted.linkedThings())),
            entry("source-matched-cities", counted -> counted.sources()
                    .shares(counted.members("City"), counted.matchedThings())),
            entry("source-notes", counted -> counted.sources().members(term("Note"))),
            entry("source-quantified-commitments", counted -> counted.ofCommitments(term("quantity"))),
            entry("subset", Counted::graphs));

    private final Statements statements;
    private final Census census;
    private final Node description;
    private CountedSources sources;

    Counted(Candidate candidate) {
        this.statements = candidate.statements();
        this.census = new Census(statements);
        this.description = candidate.base().graph("description");
    }

    /**
     * Counts for a rule.
     *
     * @return what each of its sub-queries would answer; empty if only the engine can tell
     */
    Optional<List<CountTable>> tables(Rule rule) {
        return Optional.ofNullable(TABLES.get(rule.name())).map(table -> table.apply(this));
    }

    private List<CountTable> whole() {
        Census.Whole whole = census.whole();
        return List.of(new CountTable("triples", "subjects", "objects", "properties")
                .row(whole.triples(), whole.subjects(), whole.values(), whole.properties()));
    }

    private List<CountTable> classes() {
        BitSet classes = new BitSet(statements.terms());
        BitSet things = new BitSet(statements.terms());
        census.each(RDF.Nodes.type, (thing, type) -> {
            classes.set(type);
            things.set(thing);
        });
        return List.of(new CountTable("classes", "entities").row(classes.cardinality(), things.cardinality()));
    }

    /** The members of a class: how many, and which comes first. */
    private static final class Members {
        private int count;
        private String first;

        void add(String iri) {
            count++;
            first = first == null || iri.compareTo(first) < 0 ? iri : first;
        }
    }

    private List<CountTable> classPartition() {
        Map<Integer, Members> members = new TreeMap<>();
        census.each(RDF.Nodes.type, (thing, type) -> {
            Node one = statements.term(thing);
            if (one.isURI() && statements.term(type).isURI()) {
                members.computeIfAbsent(type, any -> new Members()).add(one.getURI());
            }
        });
        CountTable table = new CountTable("class", "things", "example");
        members.forEach((type, its) -> table.row(statements.term(type), its.count, NodeFactory.createURI(its.first)));
        return List.of(table);
    }

    private List<CountTable> properties() {
        CountTable table = new CountTable("property", "triples", "subjects", "objects");
        census.properties()
                .forEach(each ->
                        table.row(statements.term(each.number()), each.triples(), each.subjects(), each.values()));
        return List.of(table);
    }

    private List<CountTable> propertiesOfClasses() {
        int[] properties =
                census.properties().stream().mapToInt(Census.Property::number).toArray();
        int[] places = new int[statements.terms()];
        for (int place = 0; place < properties.length; place++) {
            places[properties[place]] = place;
        }
        Map<Integer, int[]> ofClass = new TreeMap<>();
        Map<Integer, Boolean> ours = new HashMap<>();
        census.each(RDF.Nodes.type, (thing, type) -> {
            if (ours.computeIfAbsent(type, any -> begins(any, Urbis.NS))) {
                int[] counts = ofClass.computeIfAbsent(type, any -> new int[properties.length]);
                census.about(thing, property -> counts[places[property]]++);
            }
        });
        CountTable table = new CountTable("class", "property", "triples");
        ofClass.forEach((type, counts) -> IntStream.range(0, counts.length)
                .filter(place -> counts[place] > 0)
                .forEach(place -> table.row(statements.term(type), statements.term(properties[place]), counts[place])));
        return List.of(table);
    }

    private List<CountTable> links() {
        CountTable table = new CountTable("target", "space", "link", "links");
        for (Node link : LINKS) {
            Map<String, Integer> counts = new TreeMap<>();
            census.each(
                    link,
                    (thing, other) -> SPACES.forEach((target, space) -> {
                        if (begins(other, space) && begins(thing, THINGS)) {
                            counts.merge(target, 1, Integer::sum);
                        }
                    }));
            counts.forEach((target, count) -> table.row(
                    NodeFactory.createURI(target), NodeFactory.createLiteralString(SPACES.get(target)), link, count));
        }
        return List.of(table);
    }

    private List<CountTable> graphs() {
        CountTable table = new CountTable("graph", "triples");
        statements.names().stream()
                .filter(graph -> !graph.equals(description))
                .forEach(graph -> table.row(graph, statements.size(graph)));
        return List.of(table);
    }

    private List<CountTable> languages() {
        List<BitSet> named =
                LANGUAGES.stream().map(any -> new BitSet(statements.terms())).toList();
        census.each(NAME, (thing, label) -> {
            Node name = statements.term(label);
            if (name.isLiteral()) {
                for (int i = 0; i < LANGUAGES.size(); i++) {
                    if (NodeFunctions.langMatches(name.getLiteralLanguage(), LANGUAGES.get(i))) {
                        named.get(i).set(thing);
                    }
                }
            }
        });
        CountTable inEach = new CountTable("language", "inIt");
        for (int i = 0; i < LANGUAGES.size(); i++) {
            if (!named.get(i).isEmpty()) {
                inEach.row(
                        NodeFactory.createLiteralString(LANGUAGES.get(i)),
                        named.get(i).cardinality());
            }
        }
        return both(CountTable.one("all", census.subjects(NAME, any -> true)), List.of(inEach));
    }

    private CountedSources sources() {
        if (sources == null) {
            sources = new CountedSources(statements, census);
        }
        return sources;
    }

    private List<CountTable> ofCommitments(Node property) {
        return sources().shares(members("Commitment"), census.subjects(property, any -> true));
    }

    private List<CountTable> linked() {
        return CountTable.one("count", linkedThings());
    }

    private BitSet linkedThings() {
        BitSet things = new BitSet(statements.terms());
        for (Node link : List.of(CLOSE, EXACT)) {
            census.each(link, (thing, other) -> {
                boolean elsewhere = text(other)
                        .filter(text -> !text.startsWith("https://w3id.org/urbis/"))
                        .isPresent();
                if (elsewhere && begins(thing, THINGS)) {
                    things.set(thing);
                }
            });
        }
        return things;
    }

    private List<CountTable> matched() {
        return share(members("City"), matchedThings());
    }

    private BitSet matchedThings() {
        return census.subjects(CLOSE, match -> begins(match, "https://sws.geonames.org/"));
    }

    private List<CountTable> share(Node property, String... classes) {
        return share(members(classes), census.subjects(property, any -> true));
    }

    /** How many things there are, and how many of them are good. */
    private static List<CountTable> share(BitSet all, BitSet good) {
        good.and(all);
        return both(CountTable.one("all", all), CountTable.one("good", good));
    }

    private BitSet members(String... classes) {
        BitSet wanted = new BitSet(statements.terms());
        Stream.of(classes)
                .mapToInt(name -> census.number(term(name)))
                .filter(number -> number >= 0)
                .forEach(wanted::set);
        return census.subjects(RDF.Nodes.type, wanted::get);
    }

    private boolean begins(int term, String beginning) {
        return text(term).filter(text -> text.startsWith(beginning)).isPresent();
    }

    /** What STR gives for a term; empty where it gives an error. */
    private Optional<String> text(int term) {
        Node node = statements.term(term);
        if (node.isURI()) {
            return Optional.of(node.getURI());
        }
        return node.isLiteral() ? Optional.of(node.getLiteralLexicalForm()) : Optional.empty();
    }

    private static List<CountTable> both(List<CountTable> some, List<CountTable> others) {
        List<CountTable> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Urbis.NS + name);
    }
}
