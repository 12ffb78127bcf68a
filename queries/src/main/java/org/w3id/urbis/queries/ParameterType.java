package org.w3id.urbis.queries;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;

/** What may be put in for a parameter, and which RDF term it becomes. */
public enum ParameterType {

    /** An absolute IRI, or a name with one of the query's prefixes, such as {@code network:c40}. */
    IRI("iri", "an IRI, such as https://w3id.org/urbis/id/network/c40"),

    /** Any text; becomes a plain string. */
    STRING("string", "a text"),

    /** A whole number; becomes an {@code xsd:integer}. */
    INTEGER("integer", "a whole number, such as 12"),

    /** A number with or without decimals; becomes an {@code xsd:decimal}. */
    DECIMAL("decimal", "a number, such as 4.5"),

    /** A day of the calendar; becomes an {@code xsd:date}. */
    DATE("date", "a day, such as 2030-12-31"),

    /** A year; becomes an {@code xsd:gYear}. */
    YEAR("gYear", "a year, such as 2030"),

    /** A language tag of BCP 47; becomes a plain string. */
    LANGUAGE("language", "a language tag, such as en or fr-CH");

    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private final String word;
    private final String example;

    ParameterType(String word, String example) {
        this.word = word;
        this.example = example;
    }

    /**
     * The name of the type in the header of a query.
     *
     * @return such as {@code iri}
     */
    public String word() {
        return word;
    }

    /**
     * Says what may be put in.
     *
     * @return a few words with an example, to be used in a sentence
     */
    public String example() {
        return example;
    }

    static Optional<ParameterType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ParameterType::word).toList();
    }

    /** The term for a text, or empty if the text is none of this type. */
    Optional<Node> term(String text, PrefixMapping prefixes) {
        return switch (this) {
            case IRI -> iri(text.strip(), prefixes);
            case STRING -> Optional.of(NodeFactory.createLiteralString(text));
            case INTEGER -> literal(text.strip(), XSDDatatype.XSDinteger);
            case DECIMAL -> literal(text.strip(), XSDDatatype.XSDdecimal);
            case DATE -> literal(text.strip(), XSDDatatype.XSDdate);
            case YEAR -> literal(text.strip(), XSDDatatype.XSDgYear);
            case LANGUAGE ->
                Optional.of(text.strip().toLowerCase(Locale.ROOT))
                        .filter(tag -> LANGUAGE_TAG.matcher(tag).matches())
                        .map(NodeFactory::createLiteralString);
        };
    }

    private static Optional<Node> literal(String text, XSDDatatype datatype) {
        return datatype.isValid(text) ? Optional.of(NodeFactory.createLiteralDT(text, datatype)) : Optional.empty();
    }

    private static Optional<Node> iri(String text, PrefixMapping prefixes) {
        String bare = text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
        String expanded = prefixes.expandPrefix(bare);
        if (!SCHEME.matcher(expanded).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NodeFactory.createURI(IRIx.create(expanded).str()));
        } catch (IRIException e) {
            return Optional.empty();
        }
    }
}
