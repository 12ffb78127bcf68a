package org.w3id.urbis.endpoint.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.KnownPrefixes;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.ontology.Urbis;

/** Puts nodes into the reader's words. */
public final class Wording {
    /** What common terms of others are called, which the graph itself need not describe. */
    private static final Map<String, String> USUAL_NAMES = Map.ofEntries(
            Map.entry(SKOS.prefLabel.getURI(), "name"),
            Map.entry(SKOS.altLabel.getURI(), "other name"),
            Map.entry(SKOS.definition.getURI(), "definition"),
            Map.entry(SKOS.scopeNote.getURI(), "scope note"),
            Map.entry(SKOS.inScheme.getURI(), "in scheme"),
            Map.entry(SKOS.topConceptOf.getURI(), "top concept of"),
            Map.entry(SKOS.hasTopConcept.getURI(), "has top concept"),
            Map.entry(SKOS.exactMatch.getURI(), "exact match"),
            Map.entry(SKOS.closeMatch.getURI(), "close match"),
            Map.entry(SKOS.relatedMatch.getURI(), "related match"),
            Map.entry(SKOS.example.getURI(), "example"),
            Map.entry(SKOS.notation.getURI(), "notation"),
            Map.entry(SKOS.broader.getURI(), "broader"),
            Map.entry(SKOS.narrower.getURI(), "narrower"),
            Map.entry(DCTerms.title.getURI(), "title"),
            Map.entry(DCTerms.description.getURI(), "description"),
            Map.entry(DCTerms.license.getURI(), "licence"),
            Map.entry(DCTerms.publisher.getURI(), "publisher"),
            Map.entry(DCTerms.created.getURI(), "created"),
            Map.entry(DCTerms.issued.getURI(), "issued"),
            Map.entry(RDF.type.getURI(), "kind"),
            Map.entry(RDF.first.getURI(), "in order"),
            Map.entry(RDFS.label.getURI(), "label"),
            Map.entry(RDFS.subClassOf.getURI(), "narrower than"),
            Map.entry(RDFS.isDefinedBy.getURI(), "defined by"),
            Map.entry(RDFS.seeAlso.getURI(), "see also"),
            Map.entry(OWL.sameAs.getURI(), "same as"));

    private final Map<Node, List<Quad>> names;
    private final Identifiers identifiers;
    private final Languages languages;

    /**
     * Prepares to word nodes.
     *
     * @param names quads that name nodes, by node
     */
    public Wording(Map<Node, List<Quad>> names, Identifiers identifiers, Languages languages) {
        this.names = names;
        this.identifiers = identifiers;
        this.languages = languages;
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

    private static Text unnamed(Node node) {
        if (!node.isURI()) {
            return Text.plain(node.toString());
        }
        String usual = USUAL_NAMES.get(node.getURI());
        return usual == null ? Text.plain(shortened(node.getURI())) : new Text(usual, "en");
    }

    /** For a term of a well-known vocabulary its prefixed name, which tells it from others of the same name. */
    private static String shortened(String iri) {
        String local = Identifiers.localName(iri);
        String namespace = iri.substring(0, iri.length() - local.length());
        return KnownPrefixes.NAMESPACES.entrySet().stream()
                .filter(known -> known.getValue().equals(namespace) && !namespace.startsWith(Urbis.BASE))
                .map(known -> known.getKey() + ":" + local)
                .findFirst()
                .orElse(local);
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

    Languages languages() {
        return languages;
    }

    Identifiers identifiers() {
        return identifiers;
    }
}
