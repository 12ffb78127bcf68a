package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;

/** Explains results of constraints that consist of shapes by judging their values by each of those. */
final class Explaining {

    /** Of so many values it is said why they count, or do not. */
    private static final int MOST_VALUES = 10;

    private final ShapeLibrary library;
    private final Graph all;
    private final BiFunction<Shape, Node, List<ReportEntry>> judging;

    /**
     * Prepares to explain.
     *
     * @param library the shapes
     * @param all     the graph that was judged, with its context
     * @param judging what a shape finds at a node
     */
    Explaining(ShapeLibrary library, Graph all, BiFunction<Shape, Node, List<ReportEntry>> judging) {
        this.library = library;
        this.all = all;
        this.judging = judging;
    }

    Explanation explain(ReportEntry result) {
        Node component = result.sourceConstraintComponent();
        if (component.equals(SHACL.QualifiedMinCountConstraintComponent)
                || component.equals(SHACL.QualifiedMaxCountConstraintComponent)) {
            return library.inner()
                    .qualified(result.source())
                    .map(qualified -> counted(result, qualified))
                    .orElse(Explanation.NONE);
        }
        return result.value() == null ? Explanation.NONE : new Explanation(ofValue(result), 0);
    }

    private List<Reason> ofValue(ReportEntry result) {
        List<Reason> lacks = new ArrayList<>();
        List<Reason> conformances = new ArrayList<>();
        for (Shape shape : InnerShapes.of(result.constraint())) {
            List<Reason> found = lacks(shape, result.value());
            lacks.addAll(found);
            if (found.isEmpty()) {
                conformances.add(new Reason.Conformance(result.value(), shape.getShapeNode(), true));
            }
        }
        boolean isTooMuch = result.constraint() instanceof ShNot || result.constraint() instanceof ShXone;
        return isTooMuch && !conformances.isEmpty() ? conformances : lacks;
    }

    private Explanation counted(ReportEntry result, QualifiedValueShape qualified) {
        boolean tooFew = result.sourceConstraintComponent().equals(SHACL.QualifiedMinCountConstraintComponent);
        List<Shape> siblings = qualified.qDisjoint()
                ? library.inner().siblings(library, result.source(), qualified.getSub())
                : List.of();
        List<Reason> reasons = new ArrayList<>();
        int counted = 0;
        int told = 0;
        for (Node value : ShaclPaths.valueNodes(all, result.focusNode(), result.resultPath())) {
            List<Reason> lacks = lacks(qualified.getSub(), value);
            Optional<Shape> other = lacks.isEmpty()
                    ? siblings.stream()
                            .filter(sibling -> judging.apply(sibling, value).isEmpty())
                            .findFirst()
                    : Optional.empty();
            boolean counts = lacks.isEmpty() && other.isEmpty();
            counted += counts ? 1 : 0;
            if ((counts || tooFew) && told++ < MOST_VALUES) {
                reasons.addAll(lacks);
                if (lacks.isEmpty()) {
                    reasons.add(new Reason.Conformance(
                            value, other.orElse(qualified.getSub()).getShapeNode(), counts));
                }
            }
        }
        return new Explanation(reasons, counted);
    }

    private List<Reason> lacks(Shape shape, Node value) {
        return Results.distinct(judging.apply(shape, value)).stream()
                .<Reason>map(Reason.Lack::new)
                .toList();
    }
}
