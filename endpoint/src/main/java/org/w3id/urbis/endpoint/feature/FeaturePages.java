package org.w3id.urbis.endpoint.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.FeaturesView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;

/** The documents of features as pages in the language of the reader: what the standard's class HTML asks for. */
final class FeaturePages {
    private static final int MOST_COLUMNS = 6;

    private final Languages languages;
    private final Words words;

    FeaturePages(Languages languages) {
        this.languages = languages;
        this.words = Words.of(languages.first());
    }

    FeaturesView conformance(List<?> classes) {
        return new FeaturesView(
                words.text("features.conformance"),
                words.text("features.conformanceAbout"),
                List.of(named("/conformance?format=json", "JSON")),
                List.of(words.text("features.class")),
                classes.stream().map(name -> List.of(only(name.toString()))).toList(),
                List.of());
    }

    FeaturesView collections(List<Kind> kinds) {
        return new FeaturesView(
                words.text("features.title"),
                words.text("features.about"),
                List.of(
                        named("/collections?format=json", "JSON"),
                        link("/conformance?format=html", "features.conformance")),
                List.of(words.text("features.collection"), words.text("features.holds")),
                kinds.stream()
                        .map(kind -> List.of(
                                new Link("/collections/" + kind.plural() + "?format=html", kind.title(languages)),
                                new Link("", kind.about(languages))))
                        .toList(),
                List.of());
    }

    FeaturesView collection(Kind kind, Map<String, Object> document) {
        String path = "/collections/" + kind.plural();
        return new FeaturesView(
                kind.title(languages),
                kind.about(languages),
                List.of(
                        link(path + "/items?format=html", "features.items"),
                        named(path + "?format=json", "JSON"),
                        named(path + "/items", "GeoJSON"),
                        link("/api/" + kind.plural(), "features.everythingOfEach")),
                List.of(words.text("features.member"), words.text("features.value")),
                document.entrySet().stream()
                        .filter(member -> !member.getKey().equals("links"))
                        .map(member -> List.of(
                                only(member.getKey()), only(member.getValue().toString())))
                        .toList(),
                List.of());
    }

    /** A table of features: their names, and the properties that most of them have. */
    FeaturesView items(Kind kind, Map<String, Object> document) {
        List<?> features = (List<?>) document.get("features");
        List<String> columns = columns(features);
        List<List<Link>> rows = new ArrayList<>();
        for (Object feature : features) {
            rows.add(row(kind, (Map<?, ?>) feature, columns));
        }
        List<Text> headings = new ArrayList<>(List.of(words.text("list.name")));
        columns.forEach(column -> headings.add(new Text(column, "en")));
        List<Link> pages = new ArrayList<>();
        for (Object link : (List<?>) document.get("links")) {
            Map<?, ?> one = (Map<?, ?>) link;
            if (one.get("rel").equals("next")) {
                pages.add(link(one.get("href").toString(), "page.next"));
            } else if (one.get("rel").equals("prev")) {
                pages.add(link(one.get("href").toString(), "page.previous"));
            }
        }
        Text title = kind.title(languages);
        return new FeaturesView(
                new Text(title.value() + ": " + document.get("numberMatched"), title.lang()),
                kind.about(languages),
                List.of(named("/collections/" + kind.plural() + "/items", "GeoJSON")),
                headings,
                rows,
                pages);
    }

    private static List<Link> row(Kind kind, Map<?, ?> feature, List<String> columns) {
        Map<?, ?> properties = (Map<?, ?>) feature.get("properties");
        List<Link> row = new ArrayList<>();
        row.add(named(
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
    FeaturesView item(Kind kind, Map<String, Object> document, String href) {
        Map<?, ?> properties = (Map<?, ?>) document.get("properties");
        List<List<Link>> rows = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (value != null) {
                rows.add(List.of(only(name.toString()), value(value)));
            }
        });
        Object geometry = document.get("geometry");
        rows.add(List.of(
                new Link("", words.text("features.position")),
                geometry == null
                        ? new Link("", words.text("features.noPosition"))
                        : only(((Map<?, ?>) geometry).get("coordinates").toString())));
        return new FeaturesView(
                Text.plain(properties.get("name").toString()),
                kind.about(languages),
                List.of(
                        link(href, "features.everything"),
                        link("/collections/" + kind.plural() + "/items?format=html", "features.others")),
                List.of(words.text("features.property"), words.text("features.value")),
                rows,
                List.of());
    }

    private static Link value(Object value) {
        return only(value == null ? "" : value.toString());
    }

    private static Link only(String text) {
        return named("", text);
    }

    private static Link named(String href, String text) {
        return new Link(href, Text.plain(text));
    }

    private Link link(String href, String key) {
        return new Link(href, words.text(key));
    }
}
