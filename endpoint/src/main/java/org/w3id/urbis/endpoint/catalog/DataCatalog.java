package org.w3id.urbis.endpoint.catalog;

import static org.w3id.urbis.endpoint.catalog.Statements.SKOS;
import static org.w3id.urbis.endpoint.catalog.Statements.iri;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionDumps;
import org.w3id.urbis.loader.publication.RevisionDumps.DumpFile;
import org.w3id.urbis.ontology.Urbis;

/**
 * The catalogue that harvesters read: the whole graph and each source as datasets, with where to get them.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.0/">DCAT-AP 3.0.0</a>
 */
final class DataCatalog {
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    static final String EU = "http://publications.europa.eu/resource/authority/";
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    /** Area 001 of the M49 standard. */
    private static final String WORLD = "http://metadata.un.org/sdg/codes/geoArea/001";

    private static final String DQV = "http://www.w3.org/ns/dqv#";
    /** The EU's codes of the languages that things are named in. */
    private static final List<String> LANGUAGES = List.of("ARA", "ZHO", "ENG", "FRA", "RUS", "SPA");
    /** What the graph is about: regions and cities, environment, government, international issues. */
    private static final Map<String, String> THEMES = Map.of(
            "REGI", "Regions and cities",
            "ENVI", "Environment",
            "GOVE", "Government and public sector",
            "INTR", "International issues");

    private static final Map<String, String> TITLES = Map.of(
            "ar", "أوربيس: المدن وشبكاتها وأطر الأمم المتحدة والتزاماتها",
            "zh", "Urbis：城市、城市网络、联合国框架及其承诺",
            "en", "Urbis: cities, their networks, United Nations frameworks and commitments",
            "fr", "Urbis : les villes, leurs réseaux, les cadres des Nations Unies et les engagements",
            "ru", "Urbis: города, их сети, рамочные документы ООН и обязательства",
            "es", "Urbis: ciudades, sus redes, marcos de las Naciones Unidas y compromisos");

    private final DatasetGraph dataset;
    private final String base;
    private final String origin;
    private final Revision revision;
    private final List<DumpFile> dumps;
    private final boolean keepsFiles;
    private final Statements statements = new Statements();

    /**
     * Prepares the catalogue.
     *
     * @param dataset  the revision's dataset; to be read in a transaction
     * @param base     what our IRIs begin with
     * @param origin   where this server is reached, without a slash at its end
     * @param revision which revision that is
     * @param keepsFiles whether there are files to take away, and a feed
     */
    DataCatalog(DatasetGraph dataset, String base, String origin, Revision revision, boolean keepsFiles) {
        this.dataset = dataset;
        this.base = base;
        this.origin = origin;
        this.revision = revision;
        this.keepsFiles = keepsFiles;
        this.dumps = keepsFiles ? RevisionDumps.of(revision) : List.of();
    }

    /** The IRI of the catalogue. */
    private Node catalog() {
        return iri(base + "catalog");
    }

    /** Describes it all. */
    Graph graph() {
        Node publisher = iri(base + "catalog#publisher");
        statements
                .type(publisher, FOAF + "Agent")
                .text(publisher, FOAF + "name", "Urbis", "en")
                .link(publisher, FOAF + "homepage", origin + "/");
        described(catalog(), DCAT.Catalog.getURI(), publisher)
                .licence(catalog(), LICENCE)
                .link(
                        catalog(),
                        DCAT.themeTaxonomy.getURI(),
                        statements.kind(EU + "data-theme", SKOS + "ConceptScheme"))
                .link(catalog(), FOAF + "homepage", origin + "/");
        statements.type(iri(origin + "/"), FOAF + "Document");
        statements.text(iri(EU + "data-theme"), DCTerms.title.getURI(), "Data theme", "en");
        statements.typed(
                iri(WORLD),
                DCAT.bbox.getURI(),
                "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
                TypeMapper.getInstance().getSafeTypeByName("http://www.opengis.net/ont/geosparql#wktLiteral"));
        service(publisher);
        whole(publisher);
        sources(publisher);
        return statements.finished();
    }

    private Statements described(Node subject, String type, Node publisher) {
        statements.type(subject, type).link(subject, DCTerms.publisher.getURI(), publisher);
        TITLES.forEach((language, title) -> statements.text(subject, DCTerms.title.getURI(), title, language));
        statements
                .text(
                        subject,
                        DCTerms.description.getURI(),
                        "A linked open graph of cities, the international networks they join, the United Nations"
                                + " entities behind them, the frameworks they answer to and the commitments they make;"
                                + " every fact leads to the place in a source that says so.",
                        "en")
                .typed(subject, DCTerms.modified.getURI(), revision.created().toString(), XSDDatatype.XSDdateTime)
                .link(subject, DCTerms.spatial.getURI(), statements.kind(WORLD, DCTerms.Location.getURI()));
        LANGUAGES.forEach(language -> statements.link(
                subject,
                DCTerms.language.getURI(),
                statements.kind(EU + "language/" + language, DCTerms.LinguisticSystem.getURI())));
        return statements;
    }

    private void service(Node publisher) {
        Node service = iri(origin + "/sparql");
        statements
                .link(catalog(), DCAT.service.getURI(), service)
                .type(service, DCAT.DataService.getURI())
                .text(service, DCTerms.title.getURI(), "Urbis SPARQL endpoint", "en")
                .link(service, DCAT.endpointURL.getURI(), service)
                .link(service, DCAT.endpointDescription.getURI(), service)
                .link(service, DCAT.servesDataset.getURI(), whole())
                .link(service, DCTerms.publisher.getURI(), publisher)
                .licence(service, LICENCE)
                .link(
                        service,
                        DCTerms.conformsTo.getURI(),
                        statements.kind("https://www.w3.org/TR/sparql11-protocol/", DCTerms.Standard.getURI()));
    }

    private Node whole() {
        return new Identifiers(base).dataset();
    }

    private void whole(Node publisher) {
        statements.link(catalog(), DCAT.dataset.getURI(), whole());
        described(whole(), DCAT.Dataset.getURI(), publisher)
                .link(whole(), DCAT.landingPage.getURI(), origin + "/")
                .text(whole(), DCAT.NS + "version", Long.toString(revision.number()))
                .text(whole(), DCTerms.identifier.getURI(), whole().getURI())
                .link(
                        whole(),
                        DCTerms.accessRights.getURI(),
                        statements.kind(EU + "access-right/PUBLIC", DCTerms.RightsStatement.getURI()));
        THEMES.forEach((code, name) -> {
            statements.link(whole(), DCAT.theme.getURI(), statements.concept(EU + "data-theme/" + code, name));
        });
        List.of("cities", "city networks", "United Nations", "Sustainable Development Goals", "commitments")
                .forEach(word -> statements.text(whole(), DCAT.keyword.getURI(), word, "en"));
        dumps.stream().filter(dump -> dump.graph().isEmpty()).forEach(dump -> new DumpDescription(revision, dump)
                .describe(statements, whole(), base, origin, LICENCE));
        if (keepsFiles) {
            FeedDescription.describe(statements, whole(), base, origin);
        }
        Node queried = iri(whole().getURI() + "/sparql");
        statements
                .distribution(whole(), queried, "The graph by SPARQL", origin + "/sparql", LICENCE)
                .text(
                        queried,
                        DCTerms.description.getURI(),
                        "Answers to questions in SPARQL 1.1 about all that the newest revision holds.",
                        "en")
                .format(queried, "SPARQLQ")
                .link(queried, DCAT.accessService.getURI(), origin + "/sparql");
        measurements(whole());
    }

    private void measurements(Node measured) {
        dataset.find(Quad.ANY.getGraph(), Node.ANY, iri(DQV + "computedOn"), measured)
                .forEachRemaining(quad -> measurement(measured, quad.getSubject()));
    }

    private void measurement(Node measured, Node measurement) {
        statements
                .link(measured, DQV + "hasQualityMeasurement", measurement)
                .type(measurement, DQV + "QualityMeasurement");
        List.of("isMeasurementOf", "value", "computedOn").forEach(property -> value(measurement, DQV + property)
                .ifPresent(value -> statements.link(measurement, DQV + property, value)));
    }

    private void sources(Node ours) {
        for (Node source : subjects(iri(Urbis.NS + "Source"))) {
            statements
                    .link(catalog(), DCAT.dataset.getURI(), source)
                    .type(source, DCAT.Dataset.getURI())
                    .link(
                            source,
                            DCTerms.accessRights.getURI(),
                            statements.kind(EU + "access-right/PUBLIC", DCTerms.RightsStatement.getURI()));
            List.of(DCTerms.title, DCTerms.description).forEach(property -> values(source, property.getURI())
                    .forEach(value -> statements.link(source, property.getURI(), value)));
            // What names no publisher was put together here.
            value(source, DCTerms.publisher.getURI())
                    .ifPresentOrElse(
                            publisher -> publisher(source, publisher),
                            () -> statements.link(source, DCTerms.publisher.getURI(), ours));
            measurements(source);
            values(source, Urbis.NS + "hasGraph")
                    .forEach(graph -> part(
                            source,
                            graph,
                            licence(graph).or(() -> licence(source)).orElse(LICENCE)));
        }
    }

    private Optional<String> licence(Node subject) {
        return value(subject, DCTerms.license.getURI()).filter(Node::isURI).map(Node::getURI);
    }

    private void publisher(Node source, Node publisher) {
        statements.link(source, DCTerms.publisher.getURI(), publisher).type(publisher, FOAF + "Agent");
        values(publisher, SKOS + "prefLabel").forEach(name -> statements.link(publisher, FOAF + "name", name));
    }

    private void part(Node source, Node graph, String licence) {
        String path = graph.getURI().startsWith(base) ? graph.getURI().substring(base.length()) : "";
        String address = origin + "/" + path + ".ttl";
        Node part = iri(graph.getURI() + ".ttl");
        statements
                .distribution(source, part, path.substring(path.lastIndexOf('/') + 1), address, licence)
                .link(part, DCAT.downloadURL.getURI(), address)
                .media(part, DCAT.mediaType.getURI(), "text/turtle")
                .format(part, "RDF_TURTLE")
                .text(
                        part,
                        DCTerms.description.getURI(),
                        "What the source says in this graph, as the newest revision holds it.",
                        "en");
        dumps.stream()
                .filter(dump -> dump.graph().filter(graph.getURI()::equals).isPresent())
                .forEach(dump ->
                        new DumpDescription(revision, dump).describe(statements, source, base, origin, licence));
    }

    private List<Node> subjects(Node type) {
        return Iter.iter(dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), type))
                .map(Quad::getSubject)
                .distinct()
                .toList();
    }

    private Optional<Node> value(Node subject, String property) {
        return values(subject, property).stream().findFirst();
    }

    private List<Node> values(Node subject, String property) {
        List<Node> values = new ArrayList<>();
        dataset.find(Node.ANY, subject, iri(property), Node.ANY).forEachRemaining(quad -> {
            if (!values.contains(quad.getObject())) {
                values.add(quad.getObject());
            }
        });
        return values;
    }
}
