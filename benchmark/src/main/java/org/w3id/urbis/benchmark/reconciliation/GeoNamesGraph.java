package org.w3id.urbis.benchmark.reconciliation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/** All places of GeoNames as cities, each in its country and, in the United States, in its state. */
public final class GeoNamesGraph {

    private static final Node GRAPH = NodeFactory.createURI(Urbis.GRAPH + "benchmark/geonames");
    private static final String AREA = "http://metadata.un.org/sdg/codes/geoArea/";
    private static final String SUBDIVISION = Urbis.ID + "region/";
    /** The one country whose first-order divisions GeoNames codes as ISO 3166-2 does. */
    private static final String UNITED_STATES = "US";

    private final Tables tables;
    private final Map<String, String> known;
    private final Map<String, String> numeric;

    /**
     * Prepares the graph.
     *
     * @param known IRIs of the cities that the graph has already, by GeoNames id
     */
    public GeoNamesGraph(Tables tables, Map<String, String> known) {
        this.tables = tables;
        this.known = new HashMap<>(known);
        this.numeric =
                tables.countries().stream().collect(Collectors.toMap(Tables.Country::alpha2, Tables.Country::numeric));
    }

    /** The IRI of the city of a GeoNames id. */
    public String city(String geoNamesId) {
        return known.getOrDefault(geoNamesId, Urbis.ID + "city/geonames-" + geoNamesId);
    }

    /** All statements. */
    public Stream<Quad> quads() {
        List<Tables.Subdivision> states = tables.subdivisions().stream()
                .filter(subdivision -> subdivision.country().equals(UNITED_STATES))
                .toList();
        return Stream.concat(
                states.stream().flatMap(this::state),
                tables.places().stream()
                        .filter(place -> numeric.containsKey(place.country()))
                        .flatMap(this::place));
    }

    private Stream<Quad> state(Tables.Subdivision state) {
        Node node = iri(SUBDIVISION + state.code().toLowerCase(Locale.ROOT));
        Node country = iri(AREA + numeric.get(state.country()));
        return Stream.of(
                quad(node, RDF.type.asNode(), term("Region")),
                quad(node, RDF.type.asNode(), term("Place")),
                quad(node, SKOS.prefLabel.asNode(), NodeFactory.createLiteralString(state.name())),
                quad(node, SKOS.notation.asNode(), NodeFactory.createLiteralString(state.code())),
                quad(node, term("isWithin"), country));
    }

    private Stream<Quad> place(Place place) {
        Node city = iri(city(place.id()));
        Node country = iri(AREA + numeric.get(place.country()));
        Node count = iri(Urbis.ID + "population/geonames-" + place.id());
        Stream<Quad> common = Stream.of(
                quad(city, RDF.type.asNode(), term("City")),
                quad(city, RDF.type.asNode(), term("Place")),
                quad(city, SKOS.prefLabel.asNode(), NodeFactory.createLiteralString(place.name())),
                quad(city, SKOS.exactMatch.asNode(), iri("https://sws.geonames.org/" + place.id() + "/")),
                quad(city, term("country"), country),
                quad(city, term("isWithin"), country),
                quad(city, term("latitude"), decimal(place.position().latitude())),
                quad(city, term("longitude"), decimal(place.position().longitude())),
                quad(city, term("population"), count),
                quad(
                        count,
                        term("value"),
                        NodeFactory.createLiteralDT(Long.toString(place.population()), XSDDatatype.XSDinteger)));
        return place.country().equals(UNITED_STATES)
                ? Stream.concat(
                        common,
                        Stream.of(quad(
                                city,
                                term("isWithin"),
                                iri(SUBDIVISION + "us-" + place.subdivision().toLowerCase(Locale.ROOT)))))
                : common;
    }

    private static Node decimal(double number) {
        return NodeFactory.createLiteralDT(BigDecimal.valueOf(number).toPlainString(), XSDDatatype.XSDdecimal);
    }

    private static Quad quad(Node subject, Node property, Node value) {
        return Quad.create(GRAPH, subject, property, value);
    }

    private static Node term(String name) {
        return iri(Urbis.NS + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
