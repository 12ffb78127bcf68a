package org.w3id.urbis.endpoint.documentation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.DocumentationView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.LiteralText;
import org.w3id.urbis.endpoint.page.QualityLayout;
import org.w3id.urbis.endpoint.page.StatisticsView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.LoadFindings;
import org.w3id.urbis.ontology.Urbis;

/** Tells of each source whose it is, what was drawn from it, and what is doubtful in it; in a transaction of the caller's. */
final class SourcesPage {
    private static final Node PUBLISHED = NodeFactory.createURI(Urbis.NS + "published");
    private static final Node SOURCE = NodeFactory.createURI(Urbis.NS + "Source");

    private final DatasetGraph dataset;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;
    private final DescriptionReader reader;
    private final QualityLayout quality;
    private final Map<String, LoadFindings> findings;

    SourcesPage(RevisionLease revision, Identifiers identifiers, Languages languages) {
        this.dataset = revision.dataset();
        this.findings = LoadFindings.of(revision.info());
        this.identifiers = identifiers;
        this.languages = languages;
        this.words = Words.of(languages.first());
        this.reader = new DescriptionReader(dataset, identifiers);
        this.quality = new QualityLayout(dataset, identifiers, languages);
    }

    DocumentationView.Sources view() {
        return new DocumentationView.Sources(
                quality.whole(),
                subjects(Terms.TYPE, SOURCE).stream()
                        .sorted(Comparator.comparingLong(this::statements)
                                .reversed()
                                .thenComparing(Node::getURI))
                        .map(this::source)
                        .toList());
    }

    private DocumentationView.Source source(Node source) {
        List<Node> graphs = objects(source, Terms.HAS_GRAPH);
        return new DocumentationView.Source(
                link(source),
                best(source, DCTerms.description.asNode()).stream().toList(),
                objects(source, DCTerms.publisher.asNode()).stream()
                        .map(this::link)
                        .toList(),
                objects(source, DCTerms.license.asNode()).stream()
                        .map(licence -> new Link(licence.getURI(), licenceName(licence)))
                        .toList(),
                objects(source, Terms.DOCUMENT).stream().map(this::link).toList(),
                words.number(statements(source)),
                words.number(graphs.size()),
                dates(source, graphs),
                quality.of(source),
                findings(source));
    }

    /** How many faults the checks found, by how grave they are; nothing if that is not known. */
    private List<StatisticsView.Count> findings(Node source) {
        return Optional.ofNullable(findings.get(Identifiers.localName(source.getURI()))).stream()
                .flatMap(found -> Stream.of(
                        count("documentation.source.violations", found.violations()),
                        count("documentation.source.warnings", found.warnings())))
                .toList();
    }

    private StatisticsView.Count count(String key, long number) {
        return new StatisticsView.Count(words.text(key), words.number(number));
    }

    private Text licenceName(Node licence) {
        Link named = link(licence);
        boolean known = !named.text().lang().isEmpty() || named.text().value().startsWith("CC");
        return known ? named.text() : Text.plain(licence.getURI());
    }

    private long statements(Node source) {
        return objects(source, Terms.HAS_GRAPH).stream()
                .flatMap(graph -> objects(graph, VOID.triples.asNode()).stream())
                .filter(number ->
                        number.isLiteral() && number.getLiteralLexicalForm().matches("[0-9]{1,18}"))
                .mapToLong(number -> Long.parseLong(number.getLiteralLexicalForm()))
                .sum();
    }

    /** When the documents of a source were published, and when what they say was taken over. */
    private List<DocumentationView.Dated> dates(Node source, List<Node> graphs) {
        return Stream.of(dated(PUBLISHED, objects(source, Terms.DOCUMENT)), dated(DCTerms.created.asNode(), graphs))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The newest of the dates that some things have. */
    private Optional<DocumentationView.Dated> dated(Node property, List<Node> things) {
        return things.stream()
                .flatMap(thing -> objects(thing, property).stream())
                .filter(Node::isLiteral)
                .max(Comparator.comparing(Node::getLiteralLexicalForm))
                .map(date ->
                        new DocumentationView.Dated(link(property).text(), new LiteralText(words).of(property, date)));
    }

    private Link link(Node node) {
        return new Wording(Map.of(node, reader.names(node)), identifiers, languages).link(node);
    }

    private Optional<Text> best(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .min(Comparator.comparingInt((Node text) -> languages.rank(text.getLiteralLanguage()))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(text -> new Text(text.getLiteralLexicalForm(), text.getLiteralLanguage()));
    }

    private List<Node> subjects(Node property, Node object) {
        return Iter.asStream(dataset.find(Node.ANY, Node.ANY, property, object))
                .map(Quad::getSubject)
                .distinct()
                .toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return Iter.asStream(dataset.find(Node.ANY, subject, property, Node.ANY))
                .map(Quad::getObject)
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
