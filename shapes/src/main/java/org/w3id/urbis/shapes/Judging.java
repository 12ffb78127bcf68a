package org.w3id.urbis.shapes;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.Path;

/**
 * Judges some nodes by shapes: first by the properties, meanwhile it may be asked which nodes violate SPARQL constraints,
 * then by what else the shapes say of the nodes themselves.
 */
final class Judging {

    private final Graph all;
    private final ValidationContext context;

    private Judging(Shapes shapes, Graph all) {
        this.all = all;
        this.context = ValidationContext.create(shapes, all);
    }

    /** What is found when all tasks are done. */
    static Collection<ReportEntry> of(
            List<ShapeValidation.Task> tasks, ShapeLibrary library, Graph all, Beside beside) {
        Judging judging = new Judging(library.shapes(), all);
        Screening screening = new Screening(library, tasks, all, beside);
        tasks.forEach(task -> judging.properties(task.shape(), task.node()));
        screening.finish();
        tasks.forEach(task -> judging.itself(task.shape(), task.node(), screening));
        // A report takes its time even where there is nothing to report.
        return judging.context.hasViolation() ? judging.context.generateReport().getEntries() : List.of();
    }

    private void properties(Shape shape, Node focus) {
        if (shape.deactivated()) {
            return;
        }
        if (shape instanceof PropertyShape property) {
            property(property, focus);
        } else {
            shape.getPropertyShapes().forEach(property -> property(property, focus));
        }
    }

    /**
     * Judges a node by a property shape. Jena does so by itself, but looks for the property shapes within a property
     * shape that has a target at the focus node, where they belong to its values.
     */
    private void property(PropertyShape shape, Node focus) {
        if (shape.deactivated()) {
            return;
        }
        Path path = shape.getPath();
        Set<Node> values = ShaclPaths.valueNodes(all, focus, path);
        for (Constraint constraint : shape.getConstraints()) {
            VLib.evalConstraint(context, all, shape, focus, path, values, constraint);
        }
        for (PropertyShape inner : shape.getPropertyShapes()) {
            values.forEach(value -> property(inner, value));
        }
    }

    private void itself(Shape shape, Node focus, Screening screening) {
        if (shape.deactivated() || shape instanceof PropertyShape) {
            return;
        }
        for (Constraint constraint : shape.getConstraints()) {
            if (screening.isSuspect(constraint, focus)) {
                VLib.evalConstraint(context, all, shape, focus, null, null, constraint);
            }
        }
    }
}
