package org.w3id.urbis.shapes.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What shapes look at, as graph patterns in which {@code $this} is the focus node: their targets, paths, classes of values and
 * queries. A node is judged otherwise after a change only if the change touches one of them.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
 */
public final class FocusPatterns {

    private static final Var THIS = Var.alloc("this");
    private static final Path CLASSES = PathFactory.pathSeq(
            PathFactory.pathLink(RDF.Nodes.type),
            PathFactory.pathZeroOrMore1(PathFactory.pathLink(RDFS.Nodes.subClassOf)));

    private final List<Element> patterns = new ArrayList<>();
    private final Set<Shape> within = new HashSet<>();
    private boolean isComplete = true;
    private int fresh;

    /**
     * Reads shapes.
     *
     * @param shapes the shapes
     */
    public FocusPatterns(Shapes shapes) {
        for (Shape shape : shapes.getTargetShapes()) {
            shape.getTargets().forEach(this::target);
            add(shape, THIS, List.of());
        }
    }

    /**
     * Finds the nodes that may be judged otherwise after a change.
     *
     * @param changed what came and what went
     * @param both    what was and what is, all graphs merged in the default graph
     * @return the nodes, some of which no shape may be about; empty if that cannot be told of these shapes
     */
    public Optional<Set<Node>> touched(ChangedStatements changed, DatasetGraph both) {
        Set<Node> nodes = new HashSet<>();
        if (!isComplete) {
            return Optional.empty();
        }
        for (Element pattern : patterns) {
            Optional<List<Element>> places = TouchedPattern.of(pattern, changed);
            if (places.isEmpty()) {
                return Optional.empty();
            }
            for (Element place : places.get()) {
                Answers.each(place, List.of(THIS), both, ARQ.getContext().copy(), row -> nodes.add(row.get(THIS)));
            }
        }
        return Optional.of(nodes);
    }

    private void target(Target target) {
        Node object = target.getObject();
        switch (target.getTargetType()) {
            case targetClass, implicitClass -> look(List.of(step(THIS, CLASSES, object)));
            case targetSubjectsOf -> look(List.of(step(THIS, PathFactory.pathLink(object), variable())));
            case targetObjectsOf -> look(List.of(step(variable(), PathFactory.pathLink(object), THIS)));
            case targetNode -> {
                // Named, whatever is said of it.
            }
            default -> isComplete = false;
        }
    }

    /**
     * Adds what a shape looks at.
     *
     * @param node the node it is about
     * @param way  how that is found from the focus node
     */
    private void add(Shape shape, Var node, List<Element> way) {
        if (!within.add(shape)) {
            // A shape that consists of itself looks any number of steps far.
            isComplete = false;
            return;
        }
        Var value = node;
        List<Element> further = way;
        if (shape instanceof PropertyShape property) {
            value = variable();
            further = and(way, step(node, property.getPath(), value));
            look(further);
        }
        for (Constraint constraint : shape.getConstraints()) {
            add(constraint, node, way, value, further);
        }
        for (PropertyShape inner : shape.getPropertyShapes()) {
            add(inner, value, further);
        }
        within.remove(shape);
    }

    private void add(Constraint constraint, Var node, List<Element> way, Var value, List<Element> further) {
        if (constraint instanceof ClassConstraint) {
            look(and(further, step(value, CLASSES, variable())));
        } else if (constraint instanceof ConstraintPairwise pair) {
            look(and(way, step(node, PathFactory.pathLink(pair.getValue()), variable())));
        } else if (constraint instanceof ClosedConstraint) {
            look(and(further, block(Triple.create(value, variable(), variable()))));
        } else if (constraint instanceof ConstraintOp1 one) {
            add(one.getOther(), value, further);
        } else if (constraint instanceof ConstraintOpN several) {
            several.getOthers().forEach(other -> add(other, value, further));
        } else if (constraint instanceof QualifiedValueShape counted) {
            add(counted.getSub(), value, further);
            isComplete &= !counted.qDisjoint();
        } else {
            Questions.of(constraint)
                    .ifPresentOrElse(
                            query -> add(query, node, way),
                            () -> isComplete &= Questions.looksAtNothingElse(constraint));
        }
    }

    private void add(Query query, Var node, List<Element> way) {
        if (query.hasGroupBy() || query.hasAggregators() || query.hasHaving() || query.hasValues()) {
            isComplete = false;
            return;
        }
        Map<Var, Node> renamed = new HashMap<>();
        renamed.put(THIS, node);
        Query asked = node.equals(THIS) ? query : QueryTransformOps.transform(query, renamed);
        look(and(way, asked.getQueryPattern()));
    }

    private void look(List<Element> pattern) {
        ElementGroup group = new ElementGroup();
        pattern.forEach(each -> {
            if (each instanceof ElementGroup inner) {
                inner.getElements().forEach(group::addElement);
            } else {
                group.addElement(each);
            }
        });
        patterns.add(group);
    }

    private static List<Element> and(List<Element> way, Element next) {
        List<Element> all = new ArrayList<>(way);
        all.add(next);
        return all;
    }

    private static Element step(Node from, Path path, Node to) {
        if (path instanceof P_Link link) {
            return block(Triple.create(from, link.getNode(), to));
        }
        ElementPathBlock block = new ElementPathBlock();
        block.addTriplePath(new TriplePath(from, path, to));
        return block;
    }

    private static Element block(Triple triple) {
        ElementPathBlock block = new ElementPathBlock();
        block.addTriplePath(new TriplePath(triple));
        return block;
    }

    private Var variable() {
        return Var.alloc("seen" + fresh++);
    }
}
