package org.w3id.urbis.endpoint.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.VOID;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.KnownPrefixes;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.loader.reach.Reach;

/**
 * What a query can be completed with: the classes and properties of a revision by the names that the reader knows them by,
 * how often each is used, and which property the members of which class have. Taken from what publication counted (VoID),
 * inside a transaction of the caller's.
 */
final class QueryTerms {
    private final DatasetGraph dataset;
    private final DescriptionReader reader;
    private final Identifiers identifiers;
    private final Node description;

    QueryTerms(DatasetGraph dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.reader = new DescriptionReader(dataset, identifiers);
        this.identifiers = identifiers;
        this.description = NodeFactory.createURI(identifiers.baseIri() + "graph/description");
    }

    /** A part of the graph: of which term it is, how much of it there is, and the node that says so. */
    private record Part(Node term, long number, Node node) {}

    /**
     * Lists the terms.
     *
     * @return prefixes by name, functions by place and name, properties, and classes with the properties that their members have, as places in the list
     *     of properties with numbers; those used most first
     */
    Map<String, Object> in(Languages languages) {
        Node whole = identifiers.dataset();
        List<Part> properties =
                parts(whole, VOID.propertyPartition.asNode(), VOID.property.asNode(), VOID.triples.asNode());
        Map<Node, Integer> places = new LinkedHashMap<>();
        properties.forEach(part -> places.put(part.term(), places.size()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("prefixes", KnownPrefixes.NAMESPACES);
        boolean served = Reach.isServed(dataset.getContext());
        document.put("propertyFunctions", served ? Reach.properties() : List.of());
        document.put("functions", served ? Reach.functions() : List.of());
        document.put(
                "properties",
                properties.stream().map(part -> term(part, languages)).toList());
        document.put(
                "classes",
                parts(whole, VOID.classPartition.asNode(), VOID._class.asNode(), VOID.entities.asNode()).stream()
                        .map(part -> withProperties(part, places, languages))
                        .toList());
        return document;
    }

    private Map<String, Object> withProperties(Part part, Map<Node, Integer> places, Languages languages) {
        Map<String, Object> term = term(part, languages);
        Map<String, Object> own = new LinkedHashMap<>();
        parts(part.node(), VOID.propertyPartition.asNode(), VOID.property.asNode(), VOID.triples.asNode()).stream()
                .filter(property -> places.containsKey(property.term()))
                .forEach(property -> own.put(Integer.toString(places.get(property.term())), property.number()));
        term.put("properties", own);
        return term;
    }

    private Map<String, Object> term(Part part, Languages languages) {
        Map<String, Object> term = new LinkedHashMap<>();
        Wording wording = new Wording(Map.of(part.term(), reader.names(part.term())), identifiers, languages);
        term.put("iri", part.term().getURI());
        term.put("name", wording.name(part.term()).value());
        term.put("count", part.number());
        return term;
    }

    private List<Part> parts(Node whole, Node partition, Node what, Node measure) {
        List<Part> parts = new ArrayList<>();
        dataset.find(description, whole, partition, Node.ANY).forEachRemaining(quad -> {
            Node node = quad.getObject();
            Node term = object(node, what);
            Node number = object(node, measure);
            if (term != null && term.isURI() && number != null && number.getLiteralValue() instanceof Number count) {
                parts.add(new Part(term, count.longValue(), node));
            }
        });
        parts.sort(Comparator.comparingLong(Part::number).reversed().thenComparing(part -> part.term()
                .getURI()));
        return parts;
    }

    private Node object(Node subject, Node property) {
        var found = dataset.find(description, subject, property, Node.ANY);
        return found.hasNext() ? found.next().getObject() : null;
    }
}
