package org.w3id.urbis.loader.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.NodeValue;
import org.w3id.urbis.loader.names.FoldedText;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.loader.names.Similarity;

/** The names that a query asks for, the most alike first. */
final class FoundNames {

    private static final int FIRST_LOOKS = 200;
    private static final int MOST_LOOKS = 50_000;
    private static final Node NO_GRAPH = Quad.defaultGraphIRI;

    private final TextProperty.Wanted wanted;
    private final ExecutionContext context;
    private final Graph graph;
    private final Similarity similarity;
    private final Map<Node, List<Found>> byThing = new LinkedHashMap<>();
    private List<Found> all = List.of();

    private FoundNames(TextProperty.Wanted wanted, ExecutionContext context) {
        this.wanted = wanted;
        this.context = context;
        this.graph = context.getActiveGraph();
        this.similarity = new Similarity(FoldedText.of(wanted.words().plain()), false);
    }

    /** A name that was found. */
    record Found(Node thing, double alike, double weight, Node name, Node graph, Node property) {
        NodeValue score() {
            return NodeValue.makeFloat((float) alike);
        }

        Found in(Node name) {
            return new Found(thing, alike, weight, this.name, name, property);
        }
    }

    /** Looks for names, in the index if there is one, else in all statements of the graph that is asked. */
    static FoundNames of(TextProperty.Wanted wanted, ExecutionContext context) {
        FoundNames names = new FoundNames(wanted, context);
        NameIndex index = Reach.names(context.getContext());
        if (wanted.limit() > 0) {
            if (index == null) {
                names.lookThroughAll();
            } else {
                names.lookIn(index);
            }
            names.sort();
        }
        return names;
    }

    /**
     * What was found.
     *
     * @param thing  of which, or a variable for any
     * @param graphs whether each graph that tells a name is wanted
     */
    List<Found> of(Node thing, boolean graphs) {
        List<Found> found = thing.isVariable() ? all : byThing.getOrDefault(thing, List.of());
        return graphs ? found.stream().flatMap(one -> inGraphs(one).stream()).toList() : found;
    }

    private List<Found> inGraphs(Found one) {
        DatasetGraph dataset = context.getDataset();
        return Iter.toList(Iter.map(
                dataset.findNG(Node.ANY, one.thing(), one.property(), one.name()), quad -> one.in(quad.getGraph())));
    }

    private void lookIn(NameIndex index) {
        long looks = Math.max(FIRST_LOOKS, 4L * wanted.limit());
        while (true) {
            byThing.clear();
            int most = (int) Math.min(looks, MOST_LOOKS);
            List<NamedThing> things = index.withWords(wanted.words(), most);
            things.forEach(this::take);
            if (things.size() < most || most == MOST_LOOKS || byThing.size() >= wanted.limit()) {
                return;
            }
            looks *= 8;
        }
    }

    private void take(NamedThing thing) {
        stopIfAsked();
        Node iri = NodeFactory.createURI(thing.iri());
        for (Name name : thing.names()) {
            if (isWanted(name.text(), name.language())) {
                Node literal = name.language().isEmpty()
                        ? NodeFactory.createLiteralString(name.text())
                        : NodeFactory.createLiteralLang(name.text(), name.language());
                for (Node property : NameIndex.properties(name.role())) {
                    if (isWanted(property) && graph.contains(iri, property, literal)) {
                        add(iri, thing.weight(), literal, property);
                    }
                }
            }
        }
    }

    private void lookThroughAll() {
        for (Name.Role role : Name.Role.values()) {
            for (Node property : NameIndex.properties(role)) {
                if (isWanted(property)) {
                    graph.find(Node.ANY, property, Node.ANY).forEachRemaining(this::take);
                }
            }
        }
    }

    private void take(Triple told) {
        stopIfAsked();
        Node name = told.getObject();
        if (name.isLiteral()
                && told.getSubject().isURI()
                && isWanted(name.getLiteralLexicalForm(), name.getLiteralLanguage())) {
            add(told.getSubject(), 0, name, told.getPredicate());
        }
    }

    private boolean isWanted(Node property) {
        return wanted.properties().isEmpty() || wanted.properties().contains(property);
    }

    private boolean isWanted(String name, String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        boolean spoken =
                wanted.language().isEmpty() || tag.equals(wanted.language()) || tag.startsWith(wanted.language() + "-");
        return spoken && wanted.words().matches(FoldedText.of(name));
    }

    private void add(Node thing, double weight, Node name, Node property) {
        double alike = similarity.of(FoldedText.of(name.getLiteralLexicalForm()));
        byThing.computeIfAbsent(thing, any -> new ArrayList<>(1))
                .add(new Found(thing, alike, weight, name, NO_GRAPH, property));
    }

    private void sort() {
        List<Found> sorted = new ArrayList<>();
        byThing.values().forEach(sorted::addAll);
        sorted.sort(Comparator.comparingDouble(Found::alike)
                .thenComparingDouble(Found::weight)
                .reversed()
                .thenComparing(found -> found.thing().getURI())
                .thenComparing(found -> found.name().toString())
                .thenComparing(found -> found.property().getURI()));
        Set<Node> once = new HashSet<>();
        all = sorted.stream()
                .filter(found -> wanted.each() || once.add(found.thing()))
                .limit(wanted.limit())
                .toList();
        byThing.clear();
        all.forEach(found -> byThing.computeIfAbsent(found.thing(), any -> new ArrayList<>(1))
                .add(found));
    }

    private void stopIfAsked() {
        if (context.getCancelSignal() != null && context.getCancelSignal().get()) {
            throw new QueryCancelledException();
        }
    }
}
