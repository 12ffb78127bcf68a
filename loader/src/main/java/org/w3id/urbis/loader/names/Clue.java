package org.w3id.urbis.loader.names;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;

/**
 * Something other than a name by which a thing is known.
 *
 * @param kind     what it is
 * @param property the property that says it
 * @param value    as it is said
 * @param code     as the index has it
 */
public record Clue(Kind kind, Node property, Node value, String code) {

    /** What tells things apart, the surest first. */
    public enum Kind {
        /** An identifier, or the IRI of the same thing elsewhere: no other thing has it. */
        IDENTIFIER,
        /** The IRI of what is probably the same thing elsewhere. */
        CLOSE_MATCH,
        /** The host of its website, which several things may share. */
        WEBSITE
    }

    /**
     * Finds what a thing is known by.
     *
     * @param about statements of which it is the subject
     * @return the clues, each once
     */
    public static Set<Clue> of(Collection<Quad> about) {
        Set<Clue> clues = new LinkedHashSet<>();
        about.forEach(quad -> of(quad.getPredicate(), quad.getObject()).ifPresent(clues::add));
        return clues;
    }

    private static Optional<Clue> of(Node property, Node value) {
        if (ThingReader.SAME.contains(property) && value.isURI()) {
            Kind kind = property.equals(SKOS.closeMatch.asNode()) ? Kind.CLOSE_MATCH : Kind.IDENTIFIER;
            return Optional.of(new Clue(kind, property, value, Codes.plain(value.getURI())));
        }
        if (ThingReader.CODES.contains(property) && value.isLiteral()) {
            String code = Codes.of(property.getURI(), value.getLiteralLexicalForm());
            return Optional.of(new Clue(Kind.IDENTIFIER, property, value, code));
        }
        return property.equals(ThingReader.WEBSITE) && value.isLiteral()
                ? Codes.host(value.getLiteralLexicalForm()).map(host -> new Clue(Kind.WEBSITE, property, value, host))
                : Optional.empty();
    }
}
