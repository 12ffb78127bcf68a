package org.w3id.urbis.loader.validation;

import jakarta.json.JsonNumber;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.loader.validation.Fix.Replacement;

/**
 * Writes another value into a JSON-LD document. What is written means the same whatever the contexts say of the property: a
 * value object, or a node object, unless there was a name in its place.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#value-objects">JSON-LD 1.1, section 9.5</a>
 */
final class JsonLdEdit {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> OF_A_VALUE = Set.of("@value", "@type", "@language", "@direction", "@index");

    private final JsonText json;
    private final JsonLdTerms terms;
    private final SourceText source;

    JsonLdEdit(JsonText json, JsonLdTerms terms, SourceText source) {
        this.json = json;
        this.terms = terms;
        this.source = source;
    }

    /** Writes a number as the text that it should have been; empty if something else stands there. */
    Optional<Replacement> number(int offset, String text) {
        return scalar(offset)
                .filter(part -> part.scalar().orElseThrow() instanceof JsonNumber)
                .map(part -> replaced(part, quoted(text)));
    }

    /** Writes a name where another one stands. */
    Optional<Replacement> name(int offset, String iri) {
        return scalar(offset).map(part -> replaced(part, quoted(iri)));
    }

    /** Writes the name of a thing where a text stands. */
    Optional<Replacement> thing(int offset, String iri) {
        return whole(offset).map(part -> replaced(part, "{" + quoted("@id") + ": " + quoted(iri) + "}"));
    }

    /** Writes a literal where another value stands. */
    Optional<Replacement> literal(int offset, String text, String datatype) {
        String local = datatype.substring(Math.max(datatype.lastIndexOf('#'), datatype.lastIndexOf('/')) + 1);
        String type = datatype.equals(XSD.xstring.getURI())
                ? ""
                : ", " + quoted("@type") + ": " + quoted(terms.stands("xsd", XSD.getURI()) ? "xsd:" + local : datatype);
        return whole(offset).map(part -> replaced(part, "{" + quoted("@value") + ": " + quoted(text) + type + "}"));
    }

    private Optional<JsonPart> scalar(int offset) {
        return Optional.of(json.root().at(offset))
                .filter(part -> part.start() == offset && part.scalar().isPresent());
    }

    /** The value that a scalar is, or is all of: empty if more is said there, or the keys around it are languages or the like. */
    private Optional<JsonPart> whole(int offset) {
        Optional<JsonPart> scalar = scalar(offset);
        if (scalar.flatMap(JsonPart::parent).filter(this::isMap).isPresent()
                || scalar.flatMap(JsonPart::parent)
                        .flatMap(JsonPart::parent)
                        .filter(this::isMap)
                        .isPresent()) {
            return Optional.empty();
        }
        return scalar.flatMap(part -> {
            if (terms.means(part.key(), "@value")) {
                return part.parent().filter(value -> holdsOnly(value, OF_A_VALUE));
            }
            return terms.means(part.key(), "@id")
                    ? part.parent().filter(node -> holdsOnly(node, Set.of("@id")))
                    : Optional.of(part);
        });
    }

    private boolean isMap(JsonPart part) {
        return part.isObject() && terms.isMap(part.key());
    }

    private boolean holdsOnly(JsonPart object, Set<String> keywords) {
        return object.children().stream()
                .allMatch(member -> keywords.stream().anyMatch(keyword -> terms.means(member.key(), keyword)));
    }

    private Replacement replaced(JsonPart part, String text) {
        return Replacement.of(source.stretch(part.start(), part.end()), text);
    }

    private static String quoted(String text) {
        return JSON.createValue(text).toString();
    }
}
