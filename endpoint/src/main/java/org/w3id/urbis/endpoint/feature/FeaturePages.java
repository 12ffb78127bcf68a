package org.w3id.urbis.endpoint.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.page.FeaturesView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;

/** The documents of features as pages: what the standard's class HTML asks for. */
final class FeaturePages {
    private static final int MOST_COLUMNS = 6;

    private FeaturePages() {}

    static FeaturesView conformance(List<?> classes) {
        return new FeaturesView(
                "Conformance",
                "The parts of OGC API Features that this server keeps to.",
                List.of(link("/conformance?format=json", "JSON")),
                List.of("Conformance class"),
                classes.stream().map(name -> List.of(words(name.toString()))).toList(),
                List.of());
    }

    static FeaturesView collections(List<Kind> kinds) {
        return new FeaturesView(
                "Features",
                "What has a place on the Earth, for geographic information systems: OGC API Features, to be opened by"
                        + " the address of this server.",
                List.of(link("/collections?format=json", "JSON"), link("/conformance?format=html", "Conformance")),
                List.of("Collection", "What belongs to it"),
                kinds.stream()
                        .map(kind -> List.of(
                                link("/collections/" + kind.plural() + "?format=html", kind.plural()),
                                words(kind.definition())))
                        .toList(),
                List.of());
    }

    static FeaturesView collection(Kind kind, Map<String, Object> document) {
        String path = "/collections/" + kind.plural();
        return new FeaturesView(
                kind.plural(),
                kind.definition(),
                List.of(
                        link(path + "/items?format=html", "The features"),
                        link(path + "?format=json", "JSON"),
                        link(path + "/items", "GeoJSON"),
                        link("/api/" + kind.plural(), "With everything that is said of each")),
                List.of("Member", "Value"),
                document.entrySet().stream()
                        .filter(member -> !member.getKey().equals("links"))
                        .map(member -> List.of(
                                words(member.getKey()), words(member.getValue().toString())))
                        .toList(),
                List.of());
    }

    /** A table of features: their names, and the properties that most of them have. */
    static FeaturesView items(Kind kind, Map<String, Object> document) {
        List<?> features = (List<?>) document.get("features");
        List<String> columns = columns(features);
        List<List<Link>> rows = new ArrayList<>();
        for (Object feature : features) {
            rows.add(row(kind, (Map<?, ?>) feature, columns));
        }
        List<String> headings = new ArrayList<>(List.of("name"));
        headings.addAll(columns);
        List<Link> pages = new ArrayList<>();
        for (Object link : (List<?>) document.get("links")) {
            Map<?, ?> one = (Map<?, ?>) link;
            if (one.get("rel").equals("next") || one.get("rel").equals("prev")) {
                pages.add(link(one.get("href").toString(), one.get("title").toString()));
            }
        }
        return new FeaturesView(
                kind.plural() + ": " + document.get("numberMatched"),
                kind.definition(),
                List.of(link("/collections/" + kind.plural() + "/items", "GeoJSON")),
                headings,
                rows,
                pages);
    }

    private static List<Link> row(Kind kind, Map<?, ?> feature, List<String> columns) {
        Map<?, ?> properties = (Map<?, ?>) feature.get("properties");
        List<Link> row = new ArrayList<>();
        row.add(link(
                "/collections/" + kind.plural() + "/items/" + feature.get("id") + "?format=html",
                properties.get("name").toString()));
        columns.forEach(column -> row.add(value(properties.get(column))));
        return row;
    }

    private static List<String> columns(List<?> features) {
        if (features.isEmpty()) {
            return List.of();
        }
        Map<?, ?> first = (Map<?, ?>) ((Map<?, ?>) features.getFirst()).get("properties");
        return first.keySet().stream()
                .map(Object::toString)
                .filter(name -> !name.equals("iri") && !name.equals("name") && !name.endsWith(".id"))
                .filter(name -> features.stream()
                        .anyMatch(feature -> ((Map<?, ?>) ((Map<?, ?>) feature).get("properties")).get(name) != null))
                .limit(MOST_COLUMNS)
                .toList();
    }

    /** One feature: all its properties, and where all else that is known of it stands. */
    static FeaturesView item(Kind kind, Map<String, Object> document, String href) {
        Map<?, ?> properties = (Map<?, ?>) document.get("properties");
        List<List<Link>> rows = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (value != null) {
                rows.add(List.of(words(name.toString()), value(value)));
            }
        });
        Object geometry = document.get("geometry");
        rows.add(List.of(
                words("geometry"),
                words(
                        geometry == null
                                ? "none"
                                : ((Map<?, ?>) geometry).get("coordinates").toString())));
        return new FeaturesView(
                properties.get("name").toString(),
                kind.definition(),
                List.of(
                        link(href, "Everything that is said of it"),
                        link("/collections/" + kind.plural() + "/items?format=html", "The other features")),
                List.of("Property", "Value"),
                rows,
                List.of());
    }

    private static Link value(Object value) {
        return words(value == null ? "" : value.toString());
    }

    private static Link words(String text) {
        return new Link("", Text.plain(text));
    }

    private static Link link(String href, String text) {
        return new Link(href, Text.plain(text));
    }
}
