package org.w3id.urbis.loader.validation;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.w3id.urbis.shapes.ShapeValidation;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Says how to mend what a shape refuses, where the kind of constraint tells more than a message does: the message of a
 * shape says what to do, and not how a value of some datatype is written.
 */
final class Advice {

    /** What a thing's name, or an IRI that is made of it, does not conform to. */
    private static final Set<Node> OF_THINGS =
            Set.of(SHACL.NodeKindConstraintComponent, SHACL.PatternConstraintComponent, SHACL.ClassConstraintComponent);

    private final Vocabulary vocabulary;
    private final Namesakes namesakes;

    Advice(Vocabulary vocabulary, ShapeValidation shapes) {
        this.vocabulary = vocabulary;
        this.namesakes = new Namesakes(vocabulary, shapes);
    }

    /** Advises on a result; empty where the shape's message has to do. */
    Optional<Fix> of(ReportEntry entry, Graph data) {
        return Optional.ofNullable(entry.value())
                .flatMap(value -> OF_THINGS.contains(entry.sourceConstraintComponent())
                        ? namesakes.of(value, entry.source(), data)
                        : Repairs.ofValue(value, entry.constraint()))
                .or(() -> wording(entry).map(Fix::saying));
    }

    private Optional<Wording> wording(ReportEntry entry) {
        if (entry.constraint() instanceof DatatypeConstraint datatype) {
            return Datatypes.example(TypeMapper.getInstance().getSafeTypeByName(datatype.getDatatypeURI()));
        }
        if (entry.sourceConstraintComponent().equals(SHACL.NodeKindConstraintComponent)
                && entry.value() != null
                && entry.value().isLiteral()) {
            return Optional.of(Wording.of("shape.no-text"));
        }
        if (entry.constraint() instanceof InConstraint in && in.getValues().size() <= 12) {
            return Optional.of(Wording.of(
                    "shape.one-of",
                    "values",
                    String.join(", ", in.getValues().stream().map(this::shown).toList())));
        }
        return Optional.empty();
    }

    private String shown(Node node) {
        if (node.isURI()) {
            return vocabulary.names().of(node.getURI());
        }
        return node.isLiteral() ? "\"" + node.getLiteralLexicalForm() + "\"" : "[ ]";
    }
}
