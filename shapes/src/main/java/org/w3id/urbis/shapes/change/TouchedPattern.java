package org.w3id.urbis.shapes.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * Where the statements of a change can stand in a graph pattern. For each such place it gives a pattern that has the
 * statements there as a table. All of them together, asked of what was and what is, have every solution that the change gives
 * or takes, and perhaps some more: what a pattern must not find is looked for only where the change may be found.
 */
public final class TouchedPattern {

    private final ChangedStatements changed;
    private final Set<Var> assigned = new HashSet<>();
    private int fresh;

    private TouchedPattern(ChangedStatements changed) {
        this.changed = changed;
    }

    /** There is a part of which it is not known here what it looks at. */
    private static final class UnknownPartException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownPartException(Object part) {
            super(part.getClass().getName(), null, false, false);
        }
    }

    /**
     * Finds the places.
     *
     * @param pattern what is asked of the merge of all graphs
     * @param changed the change
     * @return the patterns, none if the change does not touch it; empty if that cannot be told, as of an optional part
     */
    public static Optional<List<Element>> of(Element pattern, ChangedStatements changed) {
        TouchedPattern search = new TouchedPattern(changed);
        try {
            search.collectAssigned(pattern);
            return Optional.of(search.touched(pattern, null).stream()
                    .map(TouchedPattern::group)
                    .toList());
        } catch (UnknownPartException unknown) {
            return Optional.empty();
        }
    }

    /** What a filter computes from comes after the table; what is assigned is computed again. */
    private void collectAssigned(Element element) {
        if (element instanceof ElementBind bind) {
            assigned.add(bind.getVar());
        } else if (element instanceof ElementGroup group) {
            group.getElements().forEach(this::collectAssigned);
        } else if (element instanceof ElementUnion union) {
            union.getElements().forEach(this::collectAssigned);
        } else if (element instanceof ElementNamedGraph named) {
            collectAssigned(named.getElement());
        } else if (element instanceof ElementFilter filter) {
            inner(filter.getExpr()).forEach(this::collectAssigned);
        }
    }

    private static Element group(List<Element> elements) {
        ElementGroup group = new ElementGroup();
        // Tables first: all else is looked for row by row.
        elements.stream().filter(ElementData.class::isInstance).forEach(group::addElement);
        elements.stream().filter(element -> !(element instanceof ElementData)).forEach(group::addElement);
        return group;
    }

    /** One list of elements for each place. */
    private List<List<Element>> touched(Element element, Node graph) {
        List<List<Element>> places = new ArrayList<>();
        if (element instanceof ElementGroup group) {
            inSequence(group.getElements(), graph, places);
        } else if (element instanceof ElementPathBlock block) {
            inSequence(
                    block.getPattern().getList().stream()
                            .<Element>map(TouchedPattern::block)
                            .toList(),
                    graph,
                    places,
                    each -> path(each, graph));
        } else if (element instanceof ElementTriplesBlock block) {
            return touched(paths(block), graph);
        } else if (element instanceof ElementUnion union) {
            union.getElements()
                    .forEach(branch -> touched(branch, graph).forEach(place -> places.add(List.of(group(place)))));
        } else if (element instanceof ElementNamedGraph named) {
            touched(named.getElement(), named.getGraphNameNode())
                    .forEach(place -> places.add(within(named.getGraphNameNode(), place)));
        } else if (element instanceof ElementFilter filter) {
            inner(filter.getExpr()).forEach(looked -> places.addAll(touched(looked, graph)));
        } else if (!(element instanceof ElementBind || element instanceof ElementData)) {
            throw new UnknownPartException(element);
        }
        return places;
    }

    /** How one part is touched. */
    private interface Touch {
        List<List<Element>> places(Element part);
    }

    private void inSequence(List<Element> parts, Node graph, List<List<Element>> places) {
        inSequence(parts, graph, places, part -> touched(part, graph));
    }

    private void inSequence(List<Element> parts, Node graph, List<List<Element>> places, Touch touch) {
        for (int i = 0; i < parts.size(); i++) {
            for (List<Element> place : touch.places(parts.get(i))) {
                List<Element> all = new ArrayList<>(place);
                for (int j = 0; j < parts.size(); j++) {
                    if (j != i) {
                        all.addAll(relaxed(parts.get(j)));
                    }
                }
                places.add(all);
            }
        }
    }

    /** Tables stay outside, where they come first. */
    private static List<Element> within(Node graph, List<Element> place) {
        List<Element> all = new ArrayList<>();
        ElementGroup rest = new ElementGroup();
        place.forEach(element -> {
            if (element instanceof ElementData) {
                all.add(element);
            } else {
                rest.addElement(element);
            }
        });
        if (!rest.isEmpty()) {
            all.add(new ElementNamedGraph(graph, rest));
        }
        return all;
    }

    /** A part without what must not be found in it. */
    private List<Element> relaxed(Element element) {
        if (element instanceof ElementFilter filter) {
            return inner(filter.getExpr()).isEmpty() ? List.of(filter) : List.of();
        }
        if (element instanceof ElementGroup group) {
            List<Element> parts = new ArrayList<>();
            group.getElements().forEach(part -> parts.addAll(relaxed(part)));
            return List.of(group(parts));
        }
        if (element instanceof ElementUnion union) {
            ElementUnion relaxed = new ElementUnion();
            union.getElements().forEach(branch -> relaxed.addElement(group(relaxed(branch))));
            return List.of(relaxed);
        }
        if (element instanceof ElementNamedGraph named) {
            return List.of(new ElementNamedGraph(named.getGraphNameNode(), group(relaxed(named.getElement()))));
        }
        if (element instanceof ElementPathBlock
                || element instanceof ElementTriplesBlock
                || element instanceof ElementBind
                || element instanceof ElementData) {
            return List.of(element);
        }
        throw new UnknownPartException(element);
    }

    /** The patterns that an expression looks for. */
    private static List<Element> inner(Expr expression) {
        List<Element> patterns = new ArrayList<>();
        if (expression instanceof ExprFunctionOp looking) {
            patterns.add(looking.getElement());
        } else if (expression instanceof ExprFunction function) {
            for (Expr argument : function.getArgs()) {
                patterns.addAll(inner(argument));
            }
        }
        return patterns;
    }

    private static ElementPathBlock block(TriplePath triple) {
        ElementPathBlock block = new ElementPathBlock();
        block.addTriplePath(triple);
        return block;
    }

    private static ElementPathBlock paths(ElementTriplesBlock triples) {
        ElementPathBlock block = new ElementPathBlock();
        triples.getPattern().forEach(triple -> block.addTriplePath(new TriplePath(triple)));
        return block;
    }

    private List<List<Element>> path(Element block, Node graph) {
        TriplePath triple = ((ElementPathBlock) block).getPattern().get(0);
        return triple.isTriple()
                ? link(triple.asTriple(), graph)
                : path(triple.getSubject(), triple.getPath(), triple.getObject(), graph);
    }

    private List<List<Element>> link(Triple triple, Node graph) {
        return changed.rows(triple, graph, assigned).stream()
                .map(rows -> List.<Element>of(rows))
                .toList();
    }

    private List<List<Element>> path(Node from, Path path, Node to, Node graph) {
        if (path instanceof P_Link link) {
            return link(Triple.create(from, link.getNode(), to), graph);
        }
        if (path instanceof P_Inverse inverse) {
            return path(to, inverse.getSubPath(), from, graph);
        }
        List<List<Element>> places = new ArrayList<>();
        if (path instanceof P_Seq || path instanceof P_Alt) {
            P_Path2 two = (P_Path2) path;
            Node middle = path instanceof P_Seq ? variable() : null;
            for (List<Element> place : path(from, two.getLeft(), middle == null ? to : middle, graph)) {
                places.add(middle == null ? place : and(place, middle, two.getRight(), to));
            }
            for (List<Element> place : path(middle == null ? from : middle, two.getRight(), to, graph)) {
                places.add(middle == null ? place : and(place, from, two.getLeft(), middle));
            }
            return places;
        }
        if (path instanceof P_ZeroOrOne maybe) {
            return path(from, maybe.getSubPath(), to, graph);
        }
        if (!(path instanceof P_OneOrMore1 || path instanceof P_ZeroOrMore1)) {
            throw new UnknownPartException(path);
        }
        Path step = ((P_Path1) path).getSubPath();
        Path any = PathFactory.pathZeroOrMore1(step);
        Node here = variable();
        Node there = variable();
        for (List<Element> place : path(here, step, there, graph)) {
            places.add(and(and(place, from, any, here), there, any, to));
        }
        return places;
    }

    private static List<Element> and(List<Element> place, Node from, Path path, Node to) {
        List<Element> more = new ArrayList<>(place);
        more.add(block(
                path instanceof P_Link link
                        ? new TriplePath(Triple.create(from, link.getNode(), to))
                        : new TriplePath(from, path, to)));
        return more;
    }

    private Node variable() {
        return Var.alloc("touched" + fresh++);
    }
}
