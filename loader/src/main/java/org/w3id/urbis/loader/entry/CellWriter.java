package org.w3id.urbis.loader.entry;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Writes values into cells the way {@link ValueReader} reads them. */
final class CellWriter {

    private final EntryTerms terms;
    private final String language;

    /** Writes codes and areas by their names in a language, where these are read as what they name. */
    CellWriter(EntryTerms terms, String language) {
        this.terms = terms;
        this.language = language;
    }

    /** A value of a property that is no node with properties of its own; empty if no cell can hold it. */
    Optional<String> text(Property property, Node value) {
        return switch (property.values()) {
            case TEXT, NAME, STRING, DATE, TYPED -> lexical(value);
            case NUMBER -> lexical(value).map(CellWriter::unmistakable);
            case REFERENCE -> Optional.of(value).filter(Node::isURI).map(thing -> reference(property, thing));
            case TERM -> Optional.of(value).filter(Node::isURI).map(this::term);
            case NESTED -> Optional.empty();
        };
    }

    /** A term of the ontology by its name alone. */
    String term(Node term) {
        String iri = term.getURI();
        return iri.startsWith(EntryTerms.ONTOLOGY)
                ? iri.substring(EntryTerms.ONTOLOGY.length())
                : terms.shortened(term);
    }

    /** Text as one of several values of a cell. */
    static String part(String text) {
        return text.replace("|", "\\|");
    }

    private static Optional<String> lexical(Node value) {
        return Optional.of(value)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .map(CellWriter::part);
    }

    /** Half of the world takes a point before three digits for nothing: with a fourth it can be nothing but a decimal point. */
    private static String unmistakable(String number) {
        return number.matches("[1-9][0-9]{0,2}[.][0-9]{3}") ? number + "0" : number;
    }

    private String reference(Property property, Node thing) {
        Optional<String> name = Optional.empty();
        if (property.isOfList(terms.lists())) {
            String list = property.kinds().iterator().next();
            name = named(thing, label -> terms.lists().code(list, label)).or(() -> terms.lists()
                    .code(list, CodeLists.local(thing))
                    .filter(thing::equals)
                    .map(CodeLists::local));
        } else if (property.areas()) {
            name = named(thing, terms.lists()::area);
        }
        return part(name.orElseGet(() -> terms.shortened(thing)));
    }

    private Optional<String> named(Node thing, Function<String, Optional<Node>> read) {
        return Stream.of(language, "en")
                .map(terms.vocabulary().labels(thing.getURI())::get)
                .filter(label ->
                        label != null && read.apply(label).filter(thing::equals).isPresent())
                .findFirst();
    }
}
