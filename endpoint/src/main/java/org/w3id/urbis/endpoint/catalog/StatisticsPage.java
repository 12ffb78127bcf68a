package org.w3id.urbis.endpoint.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.QualityLayout;
import org.w3id.urbis.endpoint.page.StatisticsView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Lays out for people what was counted when a revision was published. To be used in a transaction of it. */
final class StatisticsPage {
    private static final String VOID = "http://rdfs.org/ns/void#";

    private final Graph counted;
    private final Node dataset;
    private final long revision;
    private final DescriptionReader reader;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;
    private final QualityLayout quality;

    StatisticsPage(Graph counted, RevisionLease revision, CatalogSite site, Languages languages) {
        this.counted = counted;
        this.dataset = site.identifiers().dataset();
        this.revision = revision.info().number();
        this.reader = new DescriptionReader(revision.dataset(), site.identifiers());
        this.identifiers = site.identifiers();
        this.languages = languages;
        this.words = Words.of(languages.first());
        this.quality = new QualityLayout(revision.dataset(), site.identifiers(), languages);
    }

    StatisticsView view() {
        return new StatisticsView(
                words.number(revision),
                overview(),
                rows("classPartition", "class", "entities", "exampleResource"),
                rows("propertyPartition", "property", "triples", ""),
                links(),
                graphs(),
                quality.whole(),
                Representation.GRAPHS.stream()
                        .map(form -> new Link("/.well-known/void?format=" + form.suffix(), Text.plain(form.title())))
                        .toList());
    }

    private List<StatisticsView.Count> overview() {
        return Stream.of(
                        overall("revision.statements", "triples"),
                        overall("void.subjects", "distinctSubjects"),
                        overall("void.things", "entities"),
                        overall("vocabulary.Class", "classes"),
                        overall("void.properties", "properties"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<StatisticsView.Count> overall(String key, String property) {
        return value(dataset, VOID + property).map(number -> new StatisticsView.Count(words.text(key), number(number)));
    }

    /** The parts of the whole by class or property, the largest first. */
    private List<StatisticsView.Row> rows(String partition, String of, String count, String example) {
        return values(dataset, VOID + partition).stream()
                .sorted(Comparator.comparingLong((Node part) -> size(part, count))
                        .reversed()
                        .thenComparing(part ->
                                value(part, VOID + of).map(Node::toString).orElse("")))
                .flatMap(part -> value(part, VOID + of).stream()
                        .map(term -> new StatisticsView.Row(
                                link(term),
                                words.number(size(part, count)),
                                value(part, VOID + example).map(this::link).stream()
                                        .toList())))
                .toList();
    }

    private List<StatisticsView.Row> links() {
        return values(dataset, VOID + "subset").stream()
                .filter(part -> value(part, VOID + "linkPredicate").isPresent())
                .sorted(Comparator.comparingLong((Node part) -> size(part, "triples"))
                        .reversed()
                        .thenComparing(part -> part.toString()))
                .flatMap(part -> value(part, VOID + "objectsTarget").stream()
                        .map(target -> new StatisticsView.Row(
                                new Link(target.getURI(), Text.plain(target.getURI())),
                                words.number(size(part, "triples")),
                                value(part, VOID + "linkPredicate").map(this::link).stream()
                                        .toList())))
                .toList();
    }

    private List<StatisticsView.Row> graphs() {
        return values(dataset, VOID + "subset").stream()
                .filter(part -> value(part, VOID + "linkPredicate").isEmpty())
                .sorted(Comparator.comparing(Node::toString))
                .map(graph -> new StatisticsView.Row(link(graph), words.number(size(graph, "triples")), List.of()))
                .toList();
    }

    private Link link(Node node) {
        return new Wording(Map.of(node, reader.names(node)), identifiers, languages).link(node);
    }

    private String number(Node literal) {
        String text = literal.getLiteralLexicalForm();
        return text.matches("[0-9]{1,18}") ? words.number(Long.parseLong(text)) : text;
    }

    private long size(Node part, String property) {
        return value(part, VOID + property)
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private Optional<Node> value(Node subject, String property) {
        return values(subject, property).stream().min(Comparator.comparing(Node::toString));
    }

    private List<Node> values(Node subject, String property) {
        return counted.find(subject, Statements.iri(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
