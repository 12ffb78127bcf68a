package org.w3id.urbis.loader.validation;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.loader.validation.Fix.Replacement;

/**
 * A change of what a finding points at, made before it is known where that stands.
 *
 * @param before   what is replaced: a name at the end of it, or the text between its quotation marks; empty for all of it
 * @param after    what comes in its place
 * @param datatype the IRI of the datatype, if that is a literal that comes in place of all; {@code @id} if it is an IRI in
 *                 place of another, {@code @node} if it is one in place of a literal; empty otherwise
 */
public record Edit(String before, String after, String datatype) {

    /** Stands for a datatype where an IRI comes in place of another. */
    private static final String IRI = "@id";

    /** Stands for a datatype where an IRI comes in place of a literal. */
    private static final String NODE = "@node";

    private static final Set<RdfFormat> TURTLE = Set.of(RdfFormat.TURTLE, RdfFormat.TRIG);
    private static final Set<String> BARE = Set.of(XSD.integer.getURI(), XSD.decimal.getURI(), XSD.xboolean.getURI());
    private static final String DECLARED = "xsd: <" + XSD.getURI() + ">";

    /** Replaces a name, or a text between quotation marks, by another. */
    static Edit of(String before, String after) {
        return new Edit(before, after, "");
    }

    /** Replaces all that the finding points at by a literal. */
    static Edit literal(String text, String datatype) {
        return new Edit("", text, datatype);
    }

    /** Replaces all that the finding points at, which is another IRI or a literal, by an IRI. */
    static Edit iri(String iri, boolean ofLiteral) {
        return new Edit("", iri, ofLiteral ? NODE : IRI);
    }

    /** The change at a place; empty if that holds something else than is replaced, or its format writes it otherwise. */
    Optional<Replacement> at(Position place, LocatedFile file) {
        if (file.format().isTable()) {
            // What a statement would be written as is not what stands in a cell.
            return Optional.empty();
        }
        if (place.line() < 1 || place.endLine() < 1) {
            return Optional.empty();
        }
        SourceText source = file.source();
        int start = source.offset(place.line(), place.column());
        Optional<Replacement> inJson = file.json()
                .flatMap(json -> json.terms().map(terms -> new JsonLdEdit(json, terms, source)))
                .flatMap(json -> written(json, start));
        if (inJson.isPresent()) {
            return inJson;
        }
        String token = source.text().substring(start, source.offset(place.endLine(), place.endColumn()));
        if (!datatype.isEmpty()) {
            return isWhole(token) ? written(file).map(text -> Replacement.of(place, text)) : Optional.empty();
        }
        int at = place(token);
        return at < 0
                ? Optional.empty()
                : Optional.of(Replacement.of(source.stretch(start + at, start + at + before.length()), after));
    }

    /** An IRI that holds a blank has its end elsewhere. */
    private static boolean isWhole(String token) {
        return !token.isEmpty() && (!token.startsWith("<") || token.endsWith(">"));
    }

    private Optional<Replacement> written(JsonLdEdit json, int start) {
        return switch (datatype) {
            case "" -> json.number(start, after);
            case IRI -> json.name(start, after);
            case NODE -> json.thing(start, after);
            default -> json.literal(start, after, datatype);
        };
    }

    /** Where that stands which is replaced; -1 if it does not. */
    private int place(String token) {
        boolean isQuoted = token.startsWith("\"") || token.startsWith("'");
        if (isQuoted && token.startsWith(before + token.charAt(0), 1)) {
            return 1;
        }
        String name = token.endsWith(">") || token.endsWith("\"") ? token.substring(0, token.length() - 1) : token;
        return name.endsWith(before) ? name.length() - before.length() : -1;
    }

    private Optional<String> written(LocatedFile file) {
        boolean isTurtle = TURTLE.contains(file.format());
        if (!isTurtle && !file.format().isByLine()) {
            return Optional.empty();
        }
        if (datatype.equals(IRI) || datatype.equals(NODE)) {
            return Optional.of(isTurtle ? file.shortName(after) : "<" + after + ">");
        }
        if (isTurtle && BARE.contains(datatype) && !(datatype.equals(XSD.decimal.getURI()) && after.indexOf('.') < 0)) {
            return Optional.of(after);
        }
        String text = "\"" + after.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        if (datatype.equals(XSD.xstring.getURI())) {
            return Optional.of(text);
        }
        return Optional.of(
                isTurtle && file.source().text().contains(DECLARED)
                        ? text + "^^xsd:" + datatype.substring(XSD.getURI().length())
                        : text + "^^<" + datatype + ">");
    }
}
