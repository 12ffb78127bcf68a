package org.w3id.urbis.endpoint.collection;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.store.InBlocks;

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
 * @param definitions what belongs to it, by language
 */
public record Kind(
        String word,
        String plural,
        Node term,
        Node membership,
        String space,
        List<Node> classes,
        Map<String, String> labels,
        Map<String, String> definitions) {

    /** Copies the lists. */
    public Kind {
        classes = List.copyOf(classes);
        labels = Map.copyOf(labels);
        definitions = Map.copyOf(definitions);
    }

    /** All things of the kind in a dataset, each once, in the order of the store. */
    public Iterator<Node> things(DatasetGraph dataset) {
        if (dataset instanceof InBlocks far) {
            return far.having(membership, term, space);
        }
        return dataset.getUnionGraph()
                .find(Node.ANY, membership, term)
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

    /** What belongs to it, in English. */
    public String definition() {
        return definitions.getOrDefault("en", "");
    }

    /** What it is called, in the language that suits best. */
    public Text title(Languages languages) {
        return best(labels, languages).orElseGet(() -> Text.plain(label()));
    }

    /** What belongs to it, in the language that suits best; empty if nobody says. */
    public Text about(Languages languages) {
        return best(definitions, languages).orElseGet(() -> Text.plain(""));
    }

    private static Optional<Text> best(Map<String, String> texts, Languages languages) {
        return texts.keySet().stream()
                .min(Comparator.comparingInt(languages::rank))
                .map(language -> new Text(texts.get(language), language));
    }
}
