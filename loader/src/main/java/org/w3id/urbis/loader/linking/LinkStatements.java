package org.w3id.urbis.loader.linking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.identity.CanonicalTerm;

/** What is told of links: how each was found and how sure it is, and what others may be. */
final class LinkStatements {

    private static final int SCORE_DIGITS = 2;

    private final BaseIri base;
    private final Node graph;
    private final BiFunction<Node, Node, LocalDate> day;
    private final List<Quad> quads = new ArrayList<>();

    LinkStatements(BaseIri base, Node sourceGraph, BiFunction<Node, Node, LocalDate> day) {
        this.base = base;
        this.graph = LinkGraph.of(sourceGraph);
        this.day = day;
    }

    List<Quad> quads() {
        return quads;
    }

    void add(Place place, Verdict verdict, Map<Node, Node> names) {
        verdict.link().ifPresent(match -> {
            Node known = names.get(place.iri());
            match(known, "match", place.iri(), known, match);
            // The source's own name for the city leads to the city.
            say(place.iri(), DCTerms.isReplacedBy.asNode(), known);
        });
        for (PlaceMatch match : verdict.candidates()) {
            Node node = match(
                    place.iri(),
                    "candidateMatch",
                    match.place().iri(),
                    match.place().iri(),
                    match);
            say(node, term("matchReason"), NodeFactory.createLiteralLang(verdict.reason(), "en"));
        }
    }

    private Node match(Node of, String property, Node identifier, Node known, PlaceMatch match) {
        Node own = of.equals(known) ? identifier : of;
        Node node = base.thing("match", key(own) + "-" + key(known));
        say(of, term(property), node);
        say(node, RDF.Nodes.type, term("Match"));
        say(node, term("matchedIdentifier"), identifier);
        say(node, term("matchMethod"), base.thing("match-method", match.method()));
        say(node, term("matchScore"), decimal(match.score(), SCORE_DIGITS));
        match.distanceKm().ifPresent(km -> say(node, term("distanceKm"), decimal(km, 1)));
        say(
                node,
                term("matchedOn"),
                NodeFactory.createLiteralDT(day.apply(own, known).toString(), XSDDatatype.XSDdate));
        return node;
    }

    private void say(Node subject, Node property, Node value) {
        quads.add(CanonicalTerm.of(Quad.create(graph, subject, property, value)));
    }

    private Node term(String name) {
        return NodeFactory.createURI(base.terms() + name);
    }

    private static String key(Node thing) {
        return thing.getURI().substring(thing.getURI().lastIndexOf('/') + 1);
    }

    private static Node decimal(double value, int digits) {
        return NodeFactory.createLiteralDT(
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString(),
                XSDDatatype.XSDdecimal);
    }
}
