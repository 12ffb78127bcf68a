package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.util.NodeUtils;
import org.w3id.urbis.shapes.Reason;
import org.w3id.urbis.shapes.ShapeValidation;
import org.w3id.urbis.shapes.ShortNames;

/** Says in plain words what a shape found of which its author says nothing. */
final class PlainResults {

    private static final String COMPONENT = "ConstraintComponent";

    /** What has shapes as its value, which say nothing by their names. */
    private static final Set<Node> OF_SHAPES = Set.of(
            SHACL.NodeConstraintComponent,
            SHACL.NotConstraintComponent,
            SHACL.AndConstraintComponent,
            SHACL.OrConstraintComponent,
            SHACL.XoneConstraintComponent,
            SHACL.ClosedConstraintComponent);

    /** Where one is said in other words than several are. */
    private static final Set<String> COUNTS = Set.of("MinCount", "MaxCount");

    private final ShapeValidation shapes;
    private final ShortNames names;

    PlainResults(ShapeValidation shapes, ShortNames names) {
        this.shapes = shapes;
        this.names = names;
    }

    /** What the author says, else what we say of the kind of constraint, else what the engine says. */
    Wording of(ReportEntry entry, int counted) {
        String component = entry.sourceConstraintComponent().getURI();
        if (shapes.isAuthored(entry) || !component.endsWith(COMPONENT)) {
            return new Wording.Authored(List.copyOf(entry.messages()));
        }
        String name = component.substring(SHACL.getURI().length(), component.length() - COMPONENT.length());
        String wanted = wanted(entry, name);
        String key = "why." + name + (wanted.equals("1") && COUNTS.contains(name) ? ".one" : "");
        return Messages.english().has(key)
                ? Wording.of(
                        key,
                        "value",
                        shown(Optional.ofNullable(entry.value()).orElse(entry.focusNode())),
                        "path",
                        path(entry),
                        "wanted",
                        wanted,
                        "count",
                        counted)
                : new Wording.Authored(List.copyOf(entry.messages()));
    }

    /** Says that a value conforms to a shape, where that is the reason of a result. */
    Wording of(Reason.Conformance reason) {
        return Wording.of(
                reason.counts() ? "why.conforms" : "why.conforms-beside",
                "value",
                shown(reason.value()),
                "shape",
                shapes.shown(reason.shape()));
    }

    private String path(ReportEntry entry) {
        return switch (entry.resultPath()) {
            case null -> shown(entry.focusNode());
            case P_Link link -> shown(link.getNode());
            default -> ShaclPaths.pathToString(entry.resultPath());
        };
    }

    private String wanted(ReportEntry entry, String name) {
        if (OF_SHAPES.contains(entry.sourceConstraintComponent())) {
            return "";
        }
        if (entry.constraint() instanceof ClassConstraint type) {
            return shown(type.getExpectedClass());
        }
        String parameter = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return shapes.parameter(entry.source(), parameter).stream()
                .map(this::shown)
                .collect(Collectors.joining(", "));
    }

    private String shown(Node node) {
        if (node.isURI()) {
            return names.of(node.getURI());
        }
        if (node.isBlank()) {
            return "[ ]";
        }
        return node.getLiteralLexicalForm().matches("[+-]?[0-9.]+") && !NodeUtils.isSimpleString(node)
                ? node.getLiteralLexicalForm()
                : "\"" + node.getLiteralLexicalForm() + "\"";
    }
}
