package org.w3id.urbis.loader.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.vocabulary.XSD;

/** Works out how a value is written so that its datatype is the one that is wanted. */
final class Repairs {

    private Repairs() {}

    /** Repairs a text that is none of its datatype's; empty if nobody can tell what it was meant to be. */
    static Optional<Fix> ofText(String text, RDFDatatype datatype) {
        return fix(Lexicals.meant(text, datatype).stream()
                .map(meant -> new Repair(meant, datatype.getURI(), Edit.of(text, meant)))
                .toList());
    }

    /** Repairs a value that is of another datatype than a constraint wants. */
    static Optional<Fix> ofValue(Node value, Constraint constraint) {
        List<RDFDatatype> wanted = wanted(constraint);
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.isURI() ? value.getURI() : "";
        if (text.isEmpty() || value.isLiteral() && !value.getLiteralLanguage().isEmpty()) {
            return Optional.empty();
        }
        Stream<RDFDatatype> fitting = wanted.stream()
                .filter(datatype -> !datatype.getURI().equals(XSD.xstring.getURI()) || wanted.size() == 1)
                .filter(datatype -> value.isLiteral() || datatype.getURI().equals(XSD.xstring.getURI()));
        List<RDFDatatype> candidates = fitting.toList();
        Optional<RDFDatatype> asItIs = candidates.stream()
                .filter(datatype -> datatype.getURI().startsWith(XSD.getURI()) && datatype.isValid(text.strip()))
                .findFirst();
        return fix(asItIs.map(List::of).orElse(candidates).stream()
                .flatMap(datatype -> Lexicals.meant(text, datatype).stream()
                        .map(meant -> new Repair(meant, datatype.getURI(), Edit.literal(meant, datatype.getURI()))))
                .toList());
    }

    /** The datatypes of which a constraint wants one; none if it wants something else. */
    private static List<RDFDatatype> wanted(Constraint constraint) {
        return switch (constraint) {
            case DatatypeConstraint datatype ->
                List.of(TypeMapper.getInstance().getSafeTypeByName(datatype.getDatatypeURI()));
            case ShOr choice ->
                choice.getOthers().stream()
                        .map(Shape::getConstraints)
                        .flatMap(alternatives -> alternatives.stream())
                        .flatMap(alternative -> wanted(alternative).stream())
                        .toList();
            case null, default -> List.of();
        };
    }

    private static Optional<Fix> fix(List<Repair> found) {
        Set<String> seen = new HashSet<>();
        List<Repair> repairs =
                found.stream().filter(repair -> seen.add(repair.text())).toList();
        if (repairs.isEmpty()) {
            return Optional.empty();
        }
        if (repairs.size() == 1) {
            Repair one = repairs.getFirst();
            return Optional.of(Fix.editing(Wording.of("repair.write", "value", one.shown()), one.edit()));
        }
        return Optional.of(Fix.saying(Wording.of(
                "repair.either",
                "value",
                new Parameter.Choice(repairs.stream()
                        .<Parameter>map(repair -> new Parameter.Text(repair.shown()))
                        .toList()))));
    }

    /** One way to write a value. */
    private record Repair(String text, String datatype, Edit edit) {

        String shown() {
            return switch (datatype.substring(XSD.getURI().length())) {
                case "integer", "decimal", "boolean" -> text;
                case "string" -> "\"" + text + "\"";
                default ->
                    "\"" + text + "\"^^xsd:" + datatype.substring(XSD.getURI().length());
            };
        }
    }
}
