package org.w3id.urbis.endpoint.collection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.loader.entry.HarmlessCell;

/**
 * Things as GeoJSON features with the columns of the table as properties, so that a geographic information system can show
 * them in its own table.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
public final class GeoJson {
    private final DatasetGraph dataset;
    private final PageCsv table;
    private final Function<Node, String> names;

    /** Prepares to write; dataset and names are to be used in one transaction. */
    public GeoJson(DatasetGraph dataset, SortedMap<String, Column> columns, Function<Node, String> names) {
        this.dataset = dataset;
        this.table = new PageCsv(dataset, columns, names);
        this.names = names;
    }

    /** A page of a collection as a feature collection. */
    Map<String, Object> collection(Page page) {
        Path path = Geometries.path(page.query().kind()).orElseThrow();
        List<Column> columns = table.wanted(page.query().fields());
        List<Object> features = new ArrayList<>();
        Graph graph = dataset.getUnionGraph();
        InBlocks.whole(
                dataset,
                page.things(),
                thing ->
                        features.add(feature(thing, thing.getURI(), Geometries.position(graph, thing, path), columns)));
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("numberMatched", page.total());
        collection.put("numberReturned", features.size());
        collection.put("features", features);
        return collection;
    }

    /**
     * A thing as a feature.
     *
     * @param id       by which the feature is known
     * @param position where it is, if it is anywhere
     * @param columns  its properties
     */
    public Map<String, Object> feature(
            Node thing, String id, Optional<Geometries.Position> position, Collection<Column> columns) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", id);
        feature.put("geometry", position.map(Geometries.Position::point).orElse(null));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("iri", thing.getURI());
        properties.put(Sort.NAME, names.apply(thing));
        columns.forEach(column -> put(properties, column, table.cells(thing, column)));
        feature.put("properties", properties);
        return feature;
    }

    /**
     * Null where nothing is said, so that every feature has the same properties; of several numbers the largest, so that a
     * property that holds numbers holds nothing else.
     */
    private static void put(Map<String, Object> properties, Column column, List<String> cells) {
        List<String> headings = PageCsv.headings(column);
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            Object value = text.isEmpty() ? null : text;
            if (column.type() == FilterType.NUMBER) {
                value = Arrays.stream(text.split(Pattern.quote(PageCsv.BETWEEN)))
                        .filter(HarmlessCell::isNumber)
                        .map(BigDecimal::new)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            }
            properties.put(headings.get(i), value);
        }
    }

    /** What a feature looks like. */
    public static Schema featureSchema() {
        Schema position = Schema.list(Schema.number()).with("minItems", 2).with("maxItems", 3);
        Schema point = Schema.object()
                .having("type", Schema.choice(List.of("Point")))
                .having("coordinates", position.saying("Longitude and latitude in WGS 84."))
                .requiring("type", "coordinates");
        return Schema.object()
                .saying("GeoJSON, RFC 7946.")
                .having("type", Schema.choice(List.of("Feature")))
                .having("id", Schema.text())
                .having("geometry", new Schema(Map.of("oneOf", List.of(point, new Schema(Map.of("type", "null"))))))
                .having("properties", Schema.object())
                .requiring("type", "id", "geometry", "properties");
    }

    /** What a feature collection looks like. */
    public static Schema schema() {
        return Schema.object()
                .saying("GeoJSON, RFC 7946.")
                .having("type", Schema.choice(List.of("FeatureCollection")))
                .having("numberMatched", Schema.integer(0))
                .having("numberReturned", Schema.integer(0))
                .having("features", Schema.list(featureSchema()))
                .requiring("type", "features");
    }
}
