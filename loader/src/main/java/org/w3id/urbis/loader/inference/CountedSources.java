package org.w3id.urbis.loader.inference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.statement.Census;
import org.w3id.urbis.ontology.Urbis;

/** What the description counts for each source: of the things that its own graphs say a class of. */
final class CountedSources {
    private static final Node HAS_GRAPH = NodeFactory.createURI(Urbis.NS + "hasGraph");

    private final Census census;
    /** For each source by its number, and for each graph those of the sources that have it. */
    private final Set<Integer> sources = new TreeSet<>();

    private final Map<Integer, List<Integer>> sourcesOf = new HashMap<>();
    private final Map<Integer, BitSet> things;

    CountedSources(Census census) {
        this.census = census;
        census.each(HAS_GRAPH, (source, graph) -> {
            sources.add(source);
            sourcesOf.computeIfAbsent(graph, any -> new ArrayList<>()).add(source);
        });
        this.things = subjects(RDF.Nodes.type, any -> true);
    }

    /** For each source how many of some things it tells of, and how many of these are good. */
    List<CountTable> shares(BitSet some, BitSet good) {
        CountTable table = new CountTable("source", "all", "good");
        things.forEach((source, its) -> share(table, source, some, good));
        return List.of(table);
    }

    /** The same where those are good of which the source itself says something. */
    List<CountTable> shares(BitSet some, Node property) {
        CountTable table = new CountTable("source", "all", "good");
        Map<Integer, BitSet> with = subjects(property, any -> true);
        things.forEach((source, its) -> share(table, source, some, with.get(source)));
        return List.of(table);
    }

    private void share(CountTable table, int source, BitSet some, BitSet good) {
        BitSet all = both(things.get(source), some);
        if (!all.isEmpty()) {
            table.row(census.term(source), all.cardinality(), both(all, good).cardinality());
        }
    }

    /** For each source how many of some things it tells of. */
    List<CountTable> numbers(BitSet some) {
        CountTable table = new CountTable("source", "count");
        things.forEach(
                (source, its) -> table.row(census.term(source), both(its, some).cardinality()));
        return List.of(table);
    }

    /** For each source how many things it says to be of a class. */
    List<CountTable> members(Node type) {
        CountTable table = new CountTable("source", "count");
        int number = census.number(type);
        subjects(RDF.Nodes.type, value -> value == number)
                .forEach((source, its) -> table.row(census.term(source), its.cardinality()));
        return List.of(table);
    }

    /** For each source what its graphs say something of with a property. */
    private Map<Integer, BitSet> subjects(Node property, IntPredicate value) {
        Map<Integer, BitSet> found = new TreeMap<>();
        sources.forEach(source -> found.put(source, new BitSet(census.terms())));
        census.eachByGraph(property, (graph, thing, object) -> {
            if (value.test(object)) {
                sourcesOf.getOrDefault(graph, List.of()).forEach(source -> found.get(source)
                        .set(thing));
            }
        });
        return found;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
