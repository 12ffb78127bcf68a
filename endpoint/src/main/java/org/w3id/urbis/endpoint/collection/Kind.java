package org.w3id.urbis.endpoint.collection;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A kind of things that has a collection.
 *
 * @param word       one of them, in lower case with dashes: {@code city}
 * @param plural     many of them, and the name of the collection: {@code cities}
 * @param term       the class, code list or scheme that the ontology has for it
 * @param membership the property by which a thing says that it is one of them
 * @param space      what the IRI of each begins with; empty if nothing in particular
 * @param classes    the class and all wider ones, as far as it is a class
 * @param labels     what the ontology calls it, by language
 * @param definition what belongs to it, in English
 */
public record Kind(
        String word,
        String plural,
        Node term,
        Node membership,
        String space,
        List<Node> classes,
        Map<String, String> labels,
        String definition) {

    /** Copies the lists. */
    public Kind {
        classes = List.copyOf(classes);
        labels = Map.copyOf(labels);
    }

    /** All things of the kind in a graph, each once, in the order of the store. */
    public Iterator<Node> things(Graph graph) {
        return graph.find(Node.ANY, membership, term)
                .mapWith(Triple::getSubject)
                .filterKeep(thing -> thing.isURI() && thing.getURI().startsWith(space));
    }

    /** Whether a thing is one of them. */
    public boolean holds(Graph graph, Node thing) {
        return thing.getURI().startsWith(space) && graph.contains(thing, membership, term);
    }

    /** What it is called, in English. */
    public String label() {
        return labels.getOrDefault("en", word.replace('-', ' '));
    }
}
