package org.w3id.urbis.endpoint.catalog;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.CatalogView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.QualityLayout;
import org.w3id.urbis.endpoint.page.Text;

/** Lays out the catalogue for people: what datasets there are, whose, under which licence, and where they are to be had. */
final class CatalogPage {
    private static final String FOAF_NAME = "http://xmlns.com/foaf/0.1/name";

    private final Graph catalog;
    private final Identifiers identifiers;
    private final Languages languages;
    private final QualityLayout quality;

    CatalogPage(Graph catalog, DatasetGraph dataset, String baseIri, Languages languages) {
        this.catalog = catalog;
        this.identifiers = new Identifiers(baseIri);
        this.languages = languages;
        this.quality = new QualityLayout(dataset, identifiers, languages);
    }

    CatalogView view() {
        // What has most ways to be had is the whole; the others follow by name.
        List<CatalogView.Dataset> datasets =
                catalog
                        .find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
                        .mapWith(Triple::getSubject)
                        .toList()
                        .stream()
                        .sorted(Comparator.comparing((Node dataset) ->
                                        !dataset.getURI().startsWith(identifiers.baseIri() + "id/dataset/"))
                                .thenComparing(dataset -> name(dataset).value(), String.CASE_INSENSITIVE_ORDER))
                        .map(this::dataset)
                        .toList();
        return new CatalogView(
                datasets,
                Representation.GRAPHS.stream()
                        .map(form -> new Link("/catalog?format=" + form.suffix(), Text.plain(form.title())))
                        .toList());
    }

    private CatalogView.Dataset dataset(Node dataset) {
        List<Node> distributions = values(dataset, DCAT.distribution.getURI());
        return new CatalogView.Dataset(
                new Link(identifiers.href(dataset.getURI()), name(dataset)),
                best(values(dataset, DCTerms.description.getURI())),
                values(dataset, DCTerms.publisher.getURI()).stream()
                        .flatMap(publisher -> best(values(publisher, FOAF_NAME)).stream())
                        .limit(1)
                        .toList(),
                distributions.stream()
                        .flatMap(way -> values(way, DCTerms.license.getURI()).stream())
                        .distinct()
                        .map(licence -> new Link(licence.getURI(), Text.plain(licence.getURI())))
                        .toList(),
                distributions.stream()
                        .map(way -> new Link(address(way), name(way)))
                        .sorted(Comparator.comparing(way -> way.text().value()))
                        .toList(),
                quality.of(dataset));
    }

    private String address(Node distribution) {
        return values(distribution, DCAT.accessURL.getURI()).stream()
                .map(Node::getURI)
                .findFirst()
                .orElse("");
    }

    private Text name(Node node) {
        return best(values(node, DCTerms.title.getURI())).stream()
                .findFirst()
                .orElseGet(() -> Text.plain(Identifiers.localName(node.getURI())));
    }

    /** The literal that suits the reader best; none of none. */
    private List<Text> best(List<Node> literals) {
        return literals.stream()
                .filter(Node::isLiteral)
                .min(Comparator.comparingInt((Node text) -> languages.rank(text.getLiteralLanguage()))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(text -> new Text(text.getLiteralLexicalForm(), text.getLiteralLanguage()))
                .stream()
                .toList();
    }

    private List<Node> values(Node subject, String property) {
        return catalog.find(subject, Statements.iri(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
