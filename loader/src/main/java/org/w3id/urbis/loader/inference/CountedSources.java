package org.w3id.urbis.loader.inference;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.statement.Census;
import org.w3id.urbis.loader.statement.Statements;
import org.w3id.urbis.ontology.Urbis;

/** What the description counts for each source: of the things that its own graphs say a class of. */
final class CountedSources {
    private static final Node HAS_GRAPH = NodeFactory.createURI(Urbis.NS + "hasGraph");

    private final Statements statements;
    private final Census census;
    private final Map<Integer, BitSet> graphs = new TreeMap<>();
    private final Map<Integer, BitSet> things = new TreeMap<>();

    CountedSources(Statements statements, Census census) {
        this.statements = statements;
        this.census = census;
        census.each(HAS_GRAPH, (source, graph) -> graphs.computeIfAbsent(source, any -> new BitSet())
                .set(graph));
        graphs.keySet().forEach(source -> things.put(source, subjects(source, RDF.Nodes.type)));
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
        things.forEach((source, its) -> share(table, source, some, subjects(source, property)));
        return List.of(table);
    }

    private void share(CountTable table, int source, BitSet some, BitSet good) {
        BitSet all = both(things.get(source), some);
        if (!all.isEmpty()) {
            table.row(
                    statements.term(source), all.cardinality(), both(all, good).cardinality());
        }
    }

    /** For each source how many of some things it tells of. */
    List<CountTable> numbers(BitSet some) {
        CountTable table = new CountTable("source", "count");
        things.forEach((source, its) ->
                table.row(statements.term(source), both(its, some).cardinality()));
        return List.of(table);
    }

    /** For each source how many things it says to be of a class. */
    List<CountTable> members(Node type) {
        CountTable table = new CountTable("source", "count");
        int number = census.number(type);
        graphs.forEach((source, its) -> {
            BitSet found = new BitSet(statements.terms());
            its.stream()
                    .forEach(graph -> census.inGraph(graph, RDF.Nodes.type, (thing, value) -> {
                        if (value == number) {
                            found.set(thing);
                        }
                    }));
            table.row(statements.term(source), found.cardinality());
        });
        return List.of(table);
    }

    /** What the graphs of a source say something of with a property. */
    private BitSet subjects(int source, Node property) {
        BitSet found = new BitSet(statements.terms());
        graphs.get(source).stream()
                .forEach(graph -> census.inGraph(graph, property, (thing, value) -> found.set(thing)));
        return found;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
