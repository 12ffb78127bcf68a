package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.entry.ValueReader.Outcome;
import org.w3id.urbis.loader.mapping.Slug;

/**
 * Finds the thing that a cell speaks of: by its IRI, by kind and key such as {@code network:c40}, by the code or label of
 * a code list, by the code or name of a country, or by what another row of the file calls it.
 */
final class References {

    private static final Pattern IRI = Pattern.compile("<?(https?://[^\\s<>\"{}|\\\\^`]+)>?");
    private static final Pattern PREFIXED = Pattern.compile("([a-z][a-z0-9-]*):([^\\s<>\"{}|\\\\^`:]+)");
    private static final Pattern KEY = Pattern.compile("[\\p{Ll}\\p{Nd}]+(-[\\p{Ll}\\p{Nd}]+)*");

    private final EntryTerms terms;
    private final NamedRows rows;
    private final KnownThings known;

    References(EntryTerms terms, NamedRows rows, KnownThings known) {
        this.terms = terms;
        this.rows = rows;
        this.known = known;
    }

    /** The IRI that is written, in full or with a prefix; empty if none is. */
    Optional<Node> written(String text) {
        Matcher iri = IRI.matcher(text);
        if (iri.matches()) {
            return Optional.of(NodeFactory.createURI(iri.group(1)));
        }
        Matcher prefixed = PREFIXED.matcher(text);
        return prefixed.matches()
                ? terms.namespace(prefixed.group(1))
                        .map(namespace -> NodeFactory.createURI(namespace + prefixed.group(2)))
                : Optional.empty();
    }

    Outcome read(Property property, String text) {
        Optional<Node> written = written(text);
        if (written.isPresent()) {
            return Outcome.of(written.get());
        }
        if (property.isOfList(terms.lists())) {
            return code(property.kinds().iterator().next(), text);
        }
        Optional<Node> found = property.areas() ? terms.lists().area(text) : Optional.empty();
        return found.or(() -> rows.find(text, property.kinds()))
                .or(() -> property.kinds().isEmpty() && !property.areas()
                        ? terms.lists().anything(text)
                        : Optional.empty())
                .map(Outcome::of)
                .orElseGet(() -> known(property, text));
    }

    /** What the graph has under that name, if that is one thing. */
    private Outcome known(Property property, String text) {
        if (property.areas() && property.kinds().isEmpty()) {
            return unknown(property, text, List.of());
        }
        KnownThings.Found found = known.called(text, property.kinds());
        if (found.same().size() == 1) {
            return Outcome.of(found.same().getFirst());
        }
        if (!found.same().isEmpty()) {
            return Outcome.wrong("table.several-things", "value", text, "things", shortened(found.same()));
        }
        return keyOfOneKind(property, text).map(Outcome::of).orElseGet(() -> unknown(property, text, found.near()));
    }

    private String shortened(List<Node> things) {
        return things.stream().map(terms::shortened).collect(Collectors.joining(" / "));
    }

    /** A term of the ontology by its name; what is none becomes one that the gate refuses, with the nearest. */
    Outcome term(String text) {
        return terms.term(text)
                .or(() -> written(text))
                .or(() -> text.matches("\\w+")
                        ? Optional.of(NodeFactory.createURI(EntryTerms.ONTOLOGY + text))
                        : Optional.empty())
                .map(Outcome::of)
                .orElseGet(() -> Outcome.wrong("table.no-term", "value", text));
    }

    /** What is no code of the list becomes one that the gate refuses, with the nearest. */
    private Outcome code(String list, String text) {
        String slug = Slug.of(text);
        return terms.lists()
                .code(list, text)
                .or(() -> slug.isEmpty()
                        ? Optional.empty()
                        : Optional.of(NodeFactory.createURI(CodeLists.THINGS + list + "/" + slug)))
                .map(Outcome::of)
                .orElseGet(() -> Outcome.wrong("table.unknown-thing", "value", text, "kinds", list));
    }

    /** A bare key, where only one kind of thing can be meant. */
    private Optional<Node> keyOfOneKind(Property property, String text) {
        return property.kinds().size() == 1 && KEY.matcher(text).matches()
                ? Optional.of(NodeFactory.createURI(
                        CodeLists.THINGS + property.kinds().iterator().next() + "/" + text))
                : Optional.empty();
    }

    /** The kind that is most often meant. */
    private static String usualKind(Property property) {
        if (property.kinds().isEmpty()) {
            return property.areas() ? CodeLists.AREA : "network";
        }
        return Stream.of("network", "city", "document")
                .filter(property.kinds()::contains)
                .findFirst()
                .orElseGet(() -> property.kinds().stream().sorted().findFirst().orElseThrow());
    }

    private Outcome unknown(Property property, String text, List<Node> known) {
        if (property.areas() && property.kinds().isEmpty() && text.matches("[0-9]{3}")) {
            // The gate knows what codes there are.
            return Outcome.of(NodeFactory.createURI(CodeLists.AREAS + text));
        }
        List<String> near = new ArrayList<>(property.areas() ? terms.lists().nearAreas(text) : List.of());
        near.addAll(rows.near(text));
        known.stream().map(terms::shortened).forEach(near::add);
        String example = usualKind(property) + ":" + (KEY.matcher(text).matches() ? text : "…");
        if (near.isEmpty()) {
            return Outcome.wrong("table.unknown-thing", "value", text, "kinds", example);
        }
        Outcome wrong = Outcome.wrong("table.unknown-thing-near", "value", text, "near", String.join(" / ", near));
        return near.size() == 1 ? wrong.rather(near.getFirst()) : wrong;
    }
}
