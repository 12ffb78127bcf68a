package org.w3id.urbis.loader.validation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.shapes.Spelling;

/** Says in plain words what a datatype wants. */
final class Datatypes {

    /** The datatypes of which the message files speak by name. */
    private static final Set<String> NAMED = Set.of(
            "gYear",
            "gYearMonth",
            "date",
            "dateTime",
            "time",
            "integer",
            "nonNegativeInteger",
            "positiveInteger",
            "decimal",
            "double",
            "boolean",
            "anyURI");

    private Datatypes() {}

    /** Says that a text is no value of a datatype. */
    static Wording message(String lexical, RDFDatatype datatype) {
        return Wording.of("datatype.not-of-it", "value", lexical, "wanted", wanted(datatype));
    }

    /** Says that a number of JSON-LD, written in one way and read in another, is none of a datatype's. */
    static Wording message(String written, String read, RDFDatatype datatype) {
        return Wording.of("datatype.json-number", "value", written, "read", read, "wanted", wanted(datatype));
    }

    private static Wording wanted(RDFDatatype datatype) {
        return named(datatype)
                .map(name -> Wording.of("datatype." + name))
                .orElseGet(() -> Wording.of("datatype.other", "datatype", datatype.getURI()));
    }

    /** Shows how a value is written; empty for a datatype that the message files do not name. */
    static Optional<Wording> example(RDFDatatype datatype) {
        return named(datatype).map(name -> Wording.of("datatype." + name + ".fix"));
    }

    /** Tells whether a datatype is in the namespace of XML Schema and yet none of its datatypes. */
    static boolean isUnknown(RDFDatatype datatype) {
        return datatype.getURI().startsWith(XSD.getURI()) && !(datatype instanceof XSDDatatype);
    }

    /** Suggests the datatypes that an unknown one was probably meant to be; empty if none is near. */
    static Optional<Wording> nearest(RDFDatatype datatype) {
        Set<String> known = new TreeSet<>();
        TypeMapper.getInstance().listTypes().forEachRemaining(type -> {
            if (type instanceof XSDDatatype) {
                known.add(type.getURI().substring(XSD.getURI().length()));
            }
        });
        return Meant.of(Spelling.nearest(local(datatype), known).stream()
                .<Parameter>map(name -> new Parameter.Text("xsd:" + name))
                .toList());
    }

    private static Optional<String> named(RDFDatatype datatype) {
        return Optional.of(datatype)
                .filter(type -> type.getURI().startsWith(XSD.getURI()))
                .map(Datatypes::local)
                .filter(NAMED::contains);
    }

    private static String local(RDFDatatype datatype) {
        return datatype.getURI().substring(XSD.getURI().length());
    }
}
