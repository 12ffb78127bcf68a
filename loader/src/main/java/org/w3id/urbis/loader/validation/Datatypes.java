package org.w3id.urbis.loader.validation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.shapes.Spelling;

/** Says in plain words what a datatype wants. */
final class Datatypes {

    private static final Map<String, Plain> PLAIN = Map.ofEntries(
            plain("gYear", "a year", "four digits: \"2021\"^^xsd:gYear"),
            plain("gYearMonth", "a month of a year", "year and month: \"2021-11\"^^xsd:gYearMonth"),
            plain("date", "a date", "year, month and day: \"2021-11-30\"^^xsd:date"),
            plain("dateTime", "a date with a time", "\"2021-11-30T12:00:00Z\"^^xsd:dateTime"),
            plain("time", "a time of day", "\"12:00:00\"^^xsd:time"),
            plain("integer", "a whole number", "digits alone, without commas or blanks: 10000"),
            plain("nonNegativeInteger", "a whole number of zero or more", "digits alone: 10000"),
            plain("positiveInteger", "a whole number of one or more", "digits alone: 10000"),
            plain("decimal", "a number", "digits with a point: 1.5"),
            plain("double", "a number", "digits with a point: 1.5e0"),
            plain("boolean", "true or false", "true or false, without quotation marks"),
            plain("anyURI", "an IRI", "\"https://www.example.org/\"^^xsd:anyURI"));

    private Datatypes() {}

    /** Says that a text is no value of a datatype. */
    static String message(String lexical, RDFDatatype datatype) {
        Plain plain = PLAIN.get(datatype.getURI());
        String wanted = plain == null
                ? "a value of <" + datatype.getURI() + ">"
                : plain.what() + " (xsd:"
                        + datatype.getURI().substring(XSD.getURI().length()) + ")";
        return "“" + lexical + "” is not " + wanted + ".";
    }

    /** Shows how a value is written; empty for a datatype that is not listed here. */
    static String example(RDFDatatype datatype) {
        Plain plain = PLAIN.get(datatype.getURI());
        return plain == null ? "" : "Write " + plain.example() + ".";
    }

    /** Tells whether a datatype is in the namespace of XML Schema and yet none of its datatypes. */
    static boolean isUnknown(RDFDatatype datatype) {
        return datatype.getURI().startsWith(XSD.getURI()) && !(datatype instanceof XSDDatatype);
    }

    /** Suggests the datatypes that an unknown one was probably meant to be; empty if none is near. */
    static String nearest(RDFDatatype datatype) {
        Set<String> known = new TreeSet<>();
        TypeMapper.getInstance().listTypes().forEachRemaining(type -> {
            if (type instanceof XSDDatatype) {
                known.add(type.getURI().substring(XSD.getURI().length()));
            }
        });
        return Spelling.nearest(datatype.getURI().substring(XSD.getURI().length()), known).stream()
                .map(name -> "xsd:" + name)
                .reduce((a, b) -> a + " or " + b)
                .map(names -> "Did you mean " + names + "?")
                .orElse("");
    }

    private static Map.Entry<String, Plain> plain(String name, String what, String example) {
        return Map.entry(XSD.getURI() + name, new Plain(what, example));
    }

    private record Plain(String what, String example) {}
}
