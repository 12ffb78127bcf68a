package org.w3id.urbis.endpoint.route;

import java.util.Comparator;
import java.util.HashMap;
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
import org.w3id.urbis.endpoint.page.ShapeView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.ThingPage;
import org.w3id.urbis.endpoint.page.VocabularyView;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.vocabulary.TermGuide;
import org.w3id.urbis.endpoint.vocabulary.TermSubjects;

/** Lays out all terms of a vocabulary on one page, by subject; reads in a transaction of the caller's. */
final class VocabularyPage {
    /** Local names of the classes of terms, in the order in which they stand within a subject. */
    private static final List<String> SORTS =
            List.of("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty");

    /** Told by the demands of the shapes that they are parts of. */
    private static final Set<String> PARTS_OF_SHAPES = Set.of("NodeShape", "PropertyShape", "SPARQLConstraint");

    private static final Set<Node> SHOWN_APART =
            Set.of(SKOS.prefLabel.asNode(), SKOS.definition.asNode(), RDFS.isDefinedBy.asNode());

    private final DatasetGraph dataset;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;
    private final DescriptionReader reader;
    private final TermGuide guide;

    VocabularyPage(DatasetGraph dataset, Identifiers identifiers, TermGuide guide, Languages languages) {
        this.guide = guide;
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
        Map<String, Map<VocabularyView.Term, Integer>> bySubject = new HashMap<>();
        for (Node term : terms) {
            Description description = reader.readFacts(term);
            List<String> sorts = sorts(description);
            if (sorts.stream().noneMatch(PARTS_OF_SHAPES::contains)) {
                bySubject
                        .computeIfAbsent(TermSubjects.of(term.getURI()), any -> new HashMap<>())
                        .put(term(description, iri), place(sorts));
            }
        }
        List<ShapeView> shapes = vocabulary.path().equals("shapes") ? guide.shapes(dataset, languages) : List.of();
        return new VocabularyView(
                words.get("vocabulary." + vocabulary.path()),
                iri,
                words.get("vocabulary." + vocabulary.path() + ".about"),
                TermSubjects.ALL.stream()
                        .map(subject -> section(subject, bySubject.getOrDefault(subject, Map.of()), shapes, iri))
                        .filter(section ->
                                !section.terms().isEmpty() || !section.shapes().isEmpty())
                        .toList(),
                forms(vocabulary.path()));
    }

    private VocabularyView.Section section(
            String subject, Map<VocabularyView.Term, Integer> terms, List<ShapeView> shapes, String iri) {
        return new VocabularyView.Section(
                "about-" + subject,
                words.get("documentation.subject." + subject),
                shapes.stream()
                        .filter(shape ->
                                TermSubjects.of(iri + "#" + shape.anchor()).equals(subject))
                        .toList(),
                terms.entrySet().stream()
                        .sorted(Map.Entry.<VocabularyView.Term, Integer>comparingByValue()
                                .thenComparing(entry -> entry.getKey().anchor()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static List<Link> forms(String path) {
        return Representation.GRAPHS.stream()
                .map(form -> new Link("/" + path + "." + form.suffix(), Text.plain(form.title())))
                .toList();
    }

    private static List<String> sorts(Description description) {
        return description.facts().get(description.thing()).stream()
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE)
                        && quad.getObject().isURI())
                .map(quad -> Identifiers.localName(quad.getObject().getURI()))
                .toList();
    }

    private static int place(List<String> sorts) {
        return sorts.stream()
                .mapToInt(SORTS::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(SORTS.size());
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
                Identifiers.resourceHref(term.getURI()),
                definition,
                ThingPage.obsolete(description, identifiers, wording),
                ThingPage.facts(description, identifiers, languages, SHOWN_APART));
    }
}
