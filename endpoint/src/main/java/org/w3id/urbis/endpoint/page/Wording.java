package org.w3id.urbis.endpoint.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.KnownPrefixes;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.ontology.Urbis;

/** Puts nodes into the reader's words. */
public final class Wording {
    /** Well-known IRIs of others that the graph does not name, and what people call them. */
    private static final Map<Pattern, String> ELSEWHERE = Map.of(
            Pattern.compile("https?://sws\\.geonames\\.org/([0-9]+)/?"),
            "GeoNames $1",
            Pattern.compile("https?://www\\.wikidata\\.org/entity/([QP][0-9]+)"),
            "Wikidata $1",
            Pattern.compile("https?://creativecommons\\.org/licenses/by/([0-9.]+)/?.*"),
            "CC BY $1",
            Pattern.compile("https?://creativecommons\\.org/licenses/by-sa/([0-9.]+)/?.*"),
            "CC BY-SA $1",
            Pattern.compile("https?://creativecommons\\.org/publicdomain/zero/([0-9.]+)/?"),
            "CC0 $1");

    private final Map<Node, List<Quad>> names;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;

    /**
     * Prepares to word nodes.
     *
     * @param names quads that name nodes, by node
     */
    public Wording(Map<Node, List<Quad>> names, Identifiers identifiers, Languages languages) {
        this.names = names;
        this.identifiers = identifiers;
        this.languages = languages;
        this.words = Words.of(languages.first());
    }

    /** The name of a node in the language that suits best; for want of one, the end of its IRI. */
    public Text name(Node node) {
        if (node.isLiteral()) {
            return text(node);
        }
        return names.getOrDefault(node, List.of()).stream()
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .min(Comparator.comparingInt((Node label) -> languages.rank(label.getLiteralLanguage()))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Wording::text)
                .orElseGet(() -> unnamed(node));
    }

    /** Common terms of others, which the graph itself need not describe, have names among the words of the pages. */
    private Text unnamed(Node node) {
        if (!node.isURI()) {
            return Text.plain(node.toString());
        }
        String shortened = shortened(node.getURI());
        String key = "term." + shortened.replace(':', '.');
        return words.has(key) ? words.text(key) : Text.plain(shortened);
    }

    /** For a term of a well-known vocabulary its prefixed name, which tells it from others of the same name. */
    private static String shortened(String iri) {
        for (Map.Entry<Pattern, String> one : ELSEWHERE.entrySet()) {
            Matcher known = one.getKey().matcher(iri);
            if (known.matches()) {
                return known.replaceAll(one.getValue());
            }
        }
        String local = Identifiers.localName(iri);
        String namespace = iri.substring(0, iri.length() - local.length());
        return KnownPrefixes.NAMESPACES.entrySet().stream()
                .filter(known -> known.getValue().equals(namespace) && !namespace.startsWith(Urbis.BASE))
                .map(known -> known.getKey() + ":" + local)
                .findFirst()
                .orElse(local);
    }

    /** The literal of a property that suits the reader best; empty if there is none. */
    public Optional<Text> best(List<Quad> facts, Node property) {
        return facts.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .min(Comparator.comparingInt((Node text) -> languages.rank(text.getLiteralLanguage()))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Wording::text);
    }

    /** An IRI as the value of a parameter in an address. */
    String encoded(Node iri) {
        return URLEncoder.encode(iri.getURI(), StandardCharsets.UTF_8);
    }

    /** Whether a node has a name of its own in the graph. */
    boolean isNamed(Node node) {
        return names.containsKey(node);
    }

    /** The name of an IRI, leading to its description. */
    public Link link(Node iri) {
        return new Link(identifiers.href(iri.getURI()), name(iri));
    }

    /** The words of a literal. */
    static Text text(Node literal) {
        return new Text(literal.getLiteralLexicalForm(), literal.getLiteralLanguage());
    }

    Words words() {
        return words;
    }

    Languages languages() {
        return languages;
    }

    Identifiers identifiers() {
        return identifiers;
    }
}
