package org.w3id.urbis.shapes.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;

/** Statements that came or went, to be held against the triple patterns of queries. */
public final class ChangedStatements {

    private final List<Quad> all;
    private final Map<Node, List<Quad>> byProperty = new HashMap<>();

    /**
     * Takes statements.
     *
     * @param changed those that came and those that went, in no particular order
     */
    public ChangedStatements(Collection<Quad> changed) {
        all = List.copyOf(changed);
        all.forEach(quad -> byProperty
                .computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>())
                .add(quad));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * What the variables of a triple pattern stand for if it is one of the statements.
     *
     * @param graph   the name or variable of the graph; null for any
     * @param without variables to leave open
     * @return a table; empty if the pattern is none of them
     */
    Optional<ElementData> rows(Triple pattern, Node graph, Set<Var> without) {
        Node property = pattern.getPredicate();
        Set<Binding> rows = new LinkedHashSet<>();
        List<Quad> possible = property.isVariable() ? all : byProperty.getOrDefault(property, List.of());
        for (Quad quad : possible) {
            Map<Var, Node> bound = new HashMap<>();
            if (agrees(pattern.getSubject(), quad.getSubject(), bound)
                    && agrees(property, quad.getPredicate(), bound)
                    && agrees(pattern.getObject(), quad.getObject(), bound)
                    && (graph == null || agrees(graph, quad.getGraph(), bound))) {
                bound.keySet().removeAll(without);
                rows.add(binding(bound));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        ElementData table = new ElementData();
        rows.iterator().next().vars().forEachRemaining(table::add);
        rows.forEach(table::add);
        return Optional.of(table);
    }

    private static Binding binding(Map<Var, Node> bound) {
        BindingBuilder row = Binding.builder();
        bound.forEach(row::add);
        return bound.isEmpty() ? BindingFactory.empty() : row.build();
    }

    /**
     * Finds those that a triple pattern may stand for, whatever their graphs.
     *
     * @param pattern the pattern
     * @param told    takes each
     */
    public void each(Triple pattern, Consumer<Triple> told) {
        for (Quad quad : all) {
            Map<Var, Node> bound = new HashMap<>();
            if (agrees(pattern.getSubject(), quad.getSubject(), bound)
                    && agrees(pattern.getPredicate(), quad.getPredicate(), bound)
                    && agrees(pattern.getObject(), quad.getObject(), bound)) {
                told.accept(quad.asTriple());
            }
        }
    }

    /**
     * Holds a part of a pattern against a term.
     *
     * @param part  a term or a variable
     * @param term  what stands there
     * @param bound what variables stand for so far; one that is met first is added
     * @return whether they can be the same
     */
    public static boolean agrees(Node part, Node term, Map<Var, Node> bound) {
        if (!part.isVariable()) {
            return part.equals(term);
        }
        Node before = bound.putIfAbsent(Var.alloc(part), term);
        return before == null || before.equals(term);
    }
}
