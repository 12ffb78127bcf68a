package org.w3id.urbis.loader.entry;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.entry.EntryFault.Sort;
import org.w3id.urbis.loader.mapping.PartialDate;

/** Makes a value of what stands in a cell. */
final class ValueReader {

    private static final String NO_LANGUAGE = "none";
    private static final String USUAL_LANGUAGE = "en";

    private final EntryTerms terms;
    private final References references;
    private final KnownThings known;

    ValueReader(EntryTerms terms, NamedRows rows, KnownThings known) {
        this.terms = terms;
        this.known = known;
        this.references = new References(terms, rows, known);
    }

    /**
     * What came of a text: a value, or why there is none and what to write instead.
     *
     * @param value   the value; absent if the text is none
     * @param key     what is wrong
     * @param blanks  what fills the blanks of that
     * @param instead what to write, if it can be told
     */
    record Outcome(Optional<Node> value, String key, List<Object> blanks, Optional<String> instead) {

        static Outcome of(Node value) {
            return new Outcome(Optional.of(value), "", List.of(), Optional.empty());
        }

        static Outcome wrong(String key, Object... blanks) {
            return new Outcome(Optional.empty(), key, List.of(blanks), Optional.empty());
        }

        Outcome rather(String text) {
            return new Outcome(value, key, blanks, Optional.of(text));
        }

        /** The fault in a cell, whose text has what to write instead in place of what was written. */
        EntryFault fault(EntryPlace place, String cell, String written) {
            return new EntryFault(place, Sort.VALUE, key, blanks, instead.map(text -> cell.replace(written, text)));
        }
    }

    /** Reads one value of a property that is no node with properties of its own. */
    Outcome read(Property property, String text, Optional<String> language) {
        return switch (property.values()) {
            case TEXT, NAME -> Outcome.of(text(text, language.orElse(USUAL_LANGUAGE)));
            case STRING -> Outcome.of(NodeFactory.createLiteralString(text));
            case DATE -> date(text);
            case NUMBER -> number(text);
            case TYPED -> typed(property, text);
            case REFERENCE -> references.read(property, text);
            case TERM -> references.term(text);
            case NESTED -> throw new IllegalArgumentException(property.key() + " leads to nodes");
        };
    }

    /** Reads the name of a class. */
    Outcome type(String text) {
        return references.term(text);
    }

    References references() {
        return references;
    }

    private static Node text(String text, String language) {
        return language.equals(NO_LANGUAGE)
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, language);
    }

    private static Outcome date(String text) {
        Optional<Node> date = PartialDate.of(text);
        if (date.isPresent()) {
            return Outcome.of(date.get());
        }
        List<String> meant = WrittenDate.meant(text);
        if (meant.isEmpty()) {
            return Outcome.wrong("table.no-date", "value", text);
        }
        Outcome wrong = Outcome.wrong("table.date-unclear", "value", text, "meant", String.join(" / ", meant));
        return meant.size() == 1 ? wrong.rather(meant.getFirst()) : wrong;
    }

    private static Outcome number(String text) {
        CountedText counted = CountedText.of(text);
        if (counted.fault().isPresent()) {
            return Outcome.wrong(counted.fault().get(), "value", text);
        }
        return counted.number().upper().isPresent()
                        || !counted.number().comparator().equals("exactly")
                ? Outcome.wrong("table.no-plain-number", "value", text)
                : Outcome.of(counted.value());
    }

    private Outcome typed(Property property, String text) {
        if (text.matches("-?[0-9]+,[0-9]+") && property.datatype().get().equals(XSDDatatype.XSDdecimal)) {
            return Outcome.wrong("table.decimal-comma", "value", text).rather(text.replace(',', '.'));
        }
        return Outcome.of(NodeFactory.createLiteralDT(text, property.datatype().orElseThrow()));
    }

    EntryTerms terms() {
        return terms;
    }

    /** What is said already, which a row may repeat. */
    Graph said() {
        return known.said();
    }
}
