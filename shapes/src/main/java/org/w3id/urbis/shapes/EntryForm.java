package org.w3id.urbis.shapes;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What can be said of a thing of some class, as the shapes have it: a form to be filled in.
 *
 * @param type   the class
 * @param fields one for each property that the shapes of the class and of its superclasses speak of, and for some that are
 *               said often all the same
 */
public record EntryForm(Node type, List<Field> fields) {
    /** Copies the fields. */
    public EntryForm {
        fields = List.copyOf(fields);
    }

    /** What a field holds. */
    public enum Kind {
        /** Text in a language. */
        WORDS,
        /** Text as printed. */
        TEXT,
        /** A year, a month or a day. */
        DATE,
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** One of a list of codes. */
        CODE,
        /** The IRI of something. */
        REFERENCE,
        /** A form of its own. */
        PART
    }

    /**
     * What can be said by one property.
     *
     * @param property the property
     * @param kind     what its values are
     * @param required whether there has to be one
     * @param several  whether there may be more than one
     * @param pattern  what the IRI of a value looks like, as a regular expression; empty if that is left open
     * @param choices  all values there may be; empty if they are not listed
     * @param part     the form of its values; empty unless they are described in their turn
     * @param bounds   what texts and numbers have to be like
     */
    public record Field(
            Node property,
            Kind kind,
            boolean required,
            boolean several,
            String pattern,
            List<Node> choices,
            Optional<EntryForm> part,
            Bounds bounds) {
        /** Copies the list. */
        public Field {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What the shapes of a class ask of each text or number.
     *
     * @param shortest the fewest characters
     * @param longest  the most characters
     * @param least    the least number, as it is written
     * @param greatest the greatest number, as it is written
     * @param patterns regular expressions that each match somewhere
     */
    public record Bounds(
            Optional<Integer> shortest,
            Optional<Integer> longest,
            Optional<String> least,
            Optional<String> greatest,
            List<String> patterns) {
        /** Nothing in particular. */
        public static final Bounds NONE =
                new Bounds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        /** Copies the list. */
        public Bounds {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Makes the form of a class.
     *
     * @param shapes     the shapes
     * @param vocabulary the ontology that tells the superclasses, and the codes
     * @param type       the IRI of the class
     * @return the form, without a field for citations, which every entry and each of its parts have
     */
    public static EntryForm of(ShapeLibrary shapes, Vocabulary vocabulary, String type) {
        return new FormMaking(shapes.graph(), vocabulary.graph()).form(NodeFactory.createURI(type), true);
    }
}
