package org.w3id.urbis.endpoint.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.ThingPage;
import org.w3id.urbis.endpoint.page.VocabularyView;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;

/** Lays out all terms of a vocabulary on one page; reads in a transaction of the caller's. */
final class VocabularyPage {
    /** Local names of the classes of terms, in the order of their sections; each has its heading among the words. */
    private static final List<String> SORTS = List.of(
            "Class",
            "ObjectProperty",
            "DatatypeProperty",
            "AnnotationProperty",
            "NodeShape",
            "PropertyShape",
            "SPARQLConstraint");

    private static final String OTHER = "other";
    private static final Set<Node> SHOWN_APART =
            Set.of(SKOS.prefLabel.asNode(), SKOS.definition.asNode(), RDFS.isDefinedBy.asNode());

    private final DatasetGraph dataset;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;
    private final DescriptionReader reader;

    VocabularyPage(DatasetGraph dataset, Identifiers identifiers, Languages languages) {
        this.dataset = dataset;
        this.identifiers = identifiers;
        this.languages = languages;
        this.words = Words.of(languages.first());
        this.reader = new DescriptionReader(dataset, identifiers);
    }

    VocabularyView of(VocabularyRoutes.Vocabulary vocabulary) {
        String iri = identifiers.baseIri() + vocabulary.path();
        Node graph = NodeFactory.createURI(identifiers.baseIri() + "graph/" + vocabulary.path());
        Set<Node> terms = new LinkedHashSet<>();
        dataset.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (quad.getSubject().isURI() && quad.getSubject().getURI().startsWith(iri + "#")) {
                terms.add(quad.getSubject());
            }
        });
        Map<String, List<VocabularyView.Term>> sections = new LinkedHashMap<>();
        SORTS.forEach(sort -> sections.put(sort, new ArrayList<>()));
        terms.forEach(term -> {
            Description description = reader.readFacts(term);
            sections.computeIfAbsent(sort(description), any -> new ArrayList<>())
                    .add(term(description, iri));
        });
        sections.values().forEach(list -> list.sort(Comparator.comparing(VocabularyView.Term::anchor)));
        return new VocabularyView(
                words.get("vocabulary." + vocabulary.path()),
                iri,
                words.get("vocabulary." + vocabulary.path() + ".about"),
                sections.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry ->
                                new VocabularyView.Section(words.get("vocabulary." + entry.getKey()), entry.getValue()))
                        .toList(),
                forms(vocabulary.path()));
    }

    private static List<Link> forms(String path) {
        return Representation.GRAPHS.stream()
                .map(form -> new Link("/" + path + "." + form.suffix(), Text.plain(form.mediaType())))
                .toList();
    }

    private static String sort(Description description) {
        List<String> types = description.facts().get(description.thing()).stream()
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE)
                        && quad.getObject().isURI())
                .map(quad -> Identifiers.localName(quad.getObject().getURI()))
                .toList();
        return SORTS.stream().filter(types::contains).findFirst().orElse(OTHER);
    }

    private VocabularyView.Term term(Description description, String iri) {
        Node term = description.thing();
        Wording wording = new Wording(description.names(), identifiers, languages);
        List<Text> definition = description.facts().get(term).stream()
                .filter(quad -> quad.getPredicate().equals(Terms.DEFINITION)
                        && quad.getObject().isLiteral())
                .map(quad -> quad.getObject())
                .min(Comparator.comparingInt(node -> languages.rank(node.getLiteralLanguage())))
                .map(node -> new Text(node.getLiteralLexicalForm(), node.getLiteralLanguage()))
                .stream()
                .toList();
        return new VocabularyView.Term(
                term.getURI().substring(iri.length() + 1),
                wording.name(term),
                definition,
                ThingPage.obsolete(description, identifiers, wording),
                ThingPage.facts(description, identifiers, languages, SHOWN_APART));
    }
}
