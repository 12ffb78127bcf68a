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
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.statement.Census;
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

    private final Census census;
    private final Node description;
    private CountedSources sources;

    /**
     * Counts a graph.
     *
     * @param description the name of the graph that is not told of
     */
    Counted(Census census, Node description) {
        this.census = census;
        this.description = description;
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
        BitSet classes = new BitSet(census.terms());
        BitSet things = new BitSet(census.terms());
        census.each(RDF.Nodes.type, (thing, type) -> {
            classes.set(type);
            things.set(thing);
        });
        return List.of(new CountTable("classes", "entities").row(classes.cardinality(), things.cardinality()));
    }

    private List<CountTable> classPartition() {
        CountTable table = new CountTable("class", "things", "example");
        census.holders(RDF.Nodes.type).forEach(each -> {
            Node type = census.term(each.value());
            if (type.isURI()) {
                table.row(type, each.count(), NodeFactory.createURI(each.first()));
            }
        });
        return List.of(table);
    }

    private List<CountTable> properties() {
        CountTable table = new CountTable("property", "triples", "subjects", "objects");
        census.properties()
                .forEach(each -> table.row(census.term(each.number()), each.triples(), each.subjects(), each.values()));
        return List.of(table);
    }

    private List<CountTable> propertiesOfClasses() {
        int[] properties =
                census.properties().stream().mapToInt(Census.Property::number).toArray();
        int[] places = new int[census.terms()];
        for (int place = 0; place < properties.length; place++) {
            places[properties[place]] = place;
        }
        Map<Integer, int[]> ofClass = new TreeMap<>();
        IntPredicate begins = census.beginning(Urbis.NS);
        Map<Integer, Boolean> ours = new HashMap<>();
        census.each(RDF.Nodes.type, (thing, type) -> {
            if (ours.computeIfAbsent(type, begins::test)) {
                int[] counts = ofClass.computeIfAbsent(type, any -> new int[properties.length]);
                census.about(thing, property -> counts[places[property]]++);
            }
        });
        CountTable table = new CountTable("class", "property", "triples");
        ofClass.forEach((type, counts) -> IntStream.range(0, counts.length)
                .filter(place -> counts[place] > 0)
                .forEach(place -> table.row(census.term(type), census.term(properties[place]), counts[place])));
        return List.of(table);
    }

    private List<CountTable> links() {
        CountTable table = new CountTable("target", "space", "link", "links");
        IntPredicate ours = census.beginning(THINGS);
        Map<String, IntPredicate> spaces = new TreeMap<>();
        SPACES.forEach((target, space) -> spaces.put(target, census.beginning(space)));
        for (Node link : LINKS) {
            Map<String, Integer> counts = new TreeMap<>();
            census.each(
                    link,
                    (thing, other) -> spaces.forEach((target, space) -> {
                        if (space.test(other) && ours.test(thing)) {
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
        census.graphs().forEach((graph, size) -> {
            if (!graph.equals(description)) {
                table.row(graph, size);
            }
        });
        return List.of(table);
    }

    private List<CountTable> languages() {
        List<BitSet> named =
                LANGUAGES.stream().map(any -> new BitSet(census.terms())).toList();
        census.each(NAME, (thing, label) -> {
            Node name = census.term(label);
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
            sources = new CountedSources(census);
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
        BitSet things = new BitSet(census.terms());
        IntPredicate ours = census.beginning(THINGS);
        IntPredicate here = census.beginning("https://w3id.org/urbis/");
        IntPredicate text = census.beginning("");
        for (Node link : List.of(CLOSE, EXACT)) {
            census.each(link, (thing, other) -> {
                if (!here.test(other) && text.test(other) && ours.test(thing)) {
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
        return census.subjects(CLOSE, census.beginning("https://sws.geonames.org/"));
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
        BitSet wanted = new BitSet(census.terms());
        Stream.of(classes)
                .mapToInt(name -> census.number(term(name)))
                .filter(number -> number >= 0)
                .forEach(wanted::set);
        return census.subjects(RDF.Nodes.type, wanted::get);
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
