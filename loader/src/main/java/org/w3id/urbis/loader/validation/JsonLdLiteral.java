package org.w3id.urbis.loader.validation;

import com.apicatalog.jsonld.json.JsonCanonicalizer;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;

/**
 * A literal of an expanded JSON-LD document.
 *
 * @param text its lexical form
 * @param datatype the IRI of its datatype; empty if it has a language or is a string
 * @param language its language; empty if it has none
 * @param written the number as a plain decimal, if it is one that reads otherwise; empty if there is none
 * @see <a href="https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion">JSON-LD 1.1 API, section 8.2.2</a>
 */
record JsonLdLiteral(String text, String datatype, String language, String written) {

    private static final BigDecimal TOO_LARGE = new BigDecimal("1e21");

    /** A number of more places has a power of ten where it is written, too. */
    private static final int PLAIN_PLACES = 30;

    private JsonLdLiteral(String text, String datatype, String language) {
        this(text, datatype, language, "");
    }

    /** Reads a value object; empty if its datatype is none that RDF can have. */
    static Optional<JsonLdLiteral> of(JsonObject object) {
        JsonValue value = object.get("@value");
        String type = text(object, "@type");
        if (type.equals("@json")) {
            return Optional.of(new JsonLdLiteral(
                    JsonCanonicalizer.canonicalize(value), "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON", ""));
        }
        if (!type.isEmpty() && type.indexOf(':') <= 0) {
            return Optional.empty();
        }
        return switch (value) {
            case JsonString string ->
                Optional.of(new JsonLdLiteral(string.getString(), type, text(object, "@language")));
            case JsonNumber number -> Optional.of(number(number.bigDecimalValue(), type));
            default ->
                Optional.of(new JsonLdLiteral(value.toString(), type.isEmpty() ? XSD.xboolean.getURI() : type, ""));
        };
    }

    private static JsonLdLiteral number(BigDecimal number, String type) {
        boolean isWhole =
                number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(TOO_LARGE) < 0;
        if (isWhole && !type.equals(XSD.xdouble.getURI())) {
            return new JsonLdLiteral(
                    number.toBigInteger().toString(), type.isEmpty() ? XSD.integer.getURI() : type, "");
        }
        String canonical =
                new DecimalFormat("0.0##############E0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
        return new JsonLdLiteral(
                canonical,
                type.isEmpty() ? XSD.xdouble.getURI() : type,
                "",
                Math.abs(number.scale()) <= PLAIN_PLACES ? number.toPlainString() : number.toString());
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString string ? string.getString() : "";
    }

    boolean isOfUnknownDatatype() {
        return !datatype.isEmpty() && Datatypes.isUnknown(NodeFactory.getType(datatype));
    }

    /** Makes the node, and says where it stands. */
    Node node(LocatingProfile profile, long line, long column) {
        if (!language.isEmpty()) {
            return profile.createLangLiteral(text, language, line, column);
        }
        if (!written.isEmpty()) {
            return profile.createNumber(written, text, NodeFactory.getType(datatype), line, column);
        }
        return datatype.isEmpty() || datatype.equals(XSD.xstring.getURI())
                ? profile.createStringLiteral(text, line, column)
                : profile.createTypedLiteral(text, NodeFactory.getType(datatype), line, column);
    }
}
