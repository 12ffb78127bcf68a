package org.w3id.urbis.endpoint.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Position;

/**
 * GeoJSON of a thing: a Feature for a place, a FeatureCollection of the places that another thing leads to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
public final class FeatureDocument {
    private final DocumentContext context;

    /** Names relations as a context does. */
    public FeatureDocument(DocumentContext context) {
        this.context = context;
    }

    /** A name in the reader's language. */
    @FunctionalInterface
    public interface Naming {
        /** The name of a node; never empty. */
        String name(Node node);
    }

    /**
     * Makes the document.
     *
     * @param positions at least one; the thing's own alone makes a Feature
     */
    public Map<String, Object> of(Node thing, List<Position> positions, Naming naming) {
        if (positions.size() == 1 && positions.getFirst().place().equals(thing)) {
            return feature(positions.getFirst(), naming, false);
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        // A foreign member, RFC 7946, section 6.1: whose places these are.
        collection.put("id", thing.getURI());
        collection.put("name", naming.name(thing));
        List<Object> features = new ArrayList<>();
        positions.forEach(position -> features.add(feature(position, naming, true)));
        collection.put("features", features);
        return collection;
    }

    private Map<String, Object> feature(Position position, Naming naming, boolean related) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", position.place().getURI());
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("type", "Point");
        point.put("coordinates", List.of(position.longitude(), position.latitude()));
        feature.put("geometry", point);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", naming.name(position.place()));
        properties.put("key", Identifiers.localName(position.place().getURI()));
        if (related) {
            properties.put("relation", context.word(position.relation()));
        }
        feature.put("properties", properties);
        return feature;
    }
}
