package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.path.Path;

/**
 * One pattern of a query: of a statement, or of a path of statements.
 *
 * @param graph   the variable for the graph; empty if that does not matter
 * @param subject the subject
 * @param step    the property, which may be a variable; empty if there is a path
 * @param path    the path; empty if there is a property
 * @param object  the object
 * @param negated whether the query wants that there be none
 */
record Pattern(
        Optional<Node> graph, Node subject, Optional<Node> step, Optional<Path> path, Node object, boolean negated) {

    /**
     * How variables may be bound so that a statement is part of a match.
     *
     * @param quad  the statement
     * @param whole the graph it is in, or was in
     * @param free  the variables that may be bound
     * @return bindings, one of which every such match has; empty if there is no such match
     */
    Set<Binding> bindings(Quad quad, Graph whole, Set<Var> free) {
        Set<Binding> bindings = new HashSet<>();
        if (step.isPresent()) {
            bind(List.of(graph.orElse(Node.ANY), subject, step.get(), object), quad, free)
                    .ifPresent(bindings::add);
            return bindings;
        }
        for (Node start : new PathUse(whole, quad.asTriple()).starts(path.orElseThrow())) {
            bind(List.of(subject), List.of(start), free).ifPresent(bindings::add);
        }
        return bindings;
    }

    /** Whether a statement can be part of a match at all, whatever else there is. */
    boolean mayUse(Quad quad) {
        return step.isPresent()
                ? bind(List.of(graph.orElse(Node.ANY), subject, step.get(), object), quad, Set.of())
                        .isPresent()
                : PathUse.mentions(path.orElseThrow(), quad.getPredicate());
    }

    private static Optional<Binding> bind(List<Node> wanted, Quad quad, Set<Var> free) {
        return bind(wanted, List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()), free);
    }

    private static Optional<Binding> bind(List<Node> wanted, List<Node> given, Set<Var> free) {
        Map<Node, Node> values = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Node want = wanted.get(i);
            Node have = given.get(i);
            boolean fits = want.isVariable()
                    ? have.equals(values.computeIfAbsent(want, any -> have))
                    : want.equals(Node.ANY) || want.sameTermAs(have);
            if (!fits) {
                return Optional.empty();
            }
        }
        BindingBuilder builder = Binding.builder();
        List<Node> names = new ArrayList<>(values.keySet());
        names.stream().filter(free::contains).forEach(name -> builder.add(Var.alloc(name), values.get(name)));
        return Optional.of(builder.build());
    }
}
