package org.w3id.urbis.endpoint.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.collection.CollectionTables;
import org.w3id.urbis.endpoint.collection.FilterInputs;
import org.w3id.urbis.endpoint.collection.GeoJson;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** The features as the description of the server tells them. */
final class FeatureOperations {
    private static final Map<String, String> EXAMPLES = Map.of(
            "cities", "paris",
            "events", "habitat-iii",
            "governments", "almaty",
            "memberships", "c40-steering-committee-mayors",
            "networks", "aimf");

    private final CollectionTables tables;
    private final FeatureKinds kinds;

    FeatureOperations(CollectionTables tables, FeatureKinds kinds) {
        this.tables = tables;
        this.kinds = kinds;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        operations.add(Operation.get("/conformance", "conformance", Group.FEATURES, "What the features conform to")
                .describedAs("The conformance classes of OGC API Features that this server keeps to.")
                .taking(Input.format(FeatureRoutes.DOCUMENTS))
                .answering(document("The conformance classes.", "Conformance"))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .cached());
        operations.add(described(
                Operation.get("/collections", "featureCollections", Group.FEATURES, "The collections of features"),
                document("The collections.", "FeatureCollections")));
        for (Kind kind : kinds.all()) {
            String path = "/collections/" + kind.plural();
            String name = kind.plural() + "Features";
            operations.add(described(
                    Operation.get(path, name + "Collection", Group.FEATURES, "The collection of " + kind.plural())
                            .describedAs(kind.definition()),
                    document("The collection.", "FeatureCollectionDescription")));
            operations.add(items(kind, path, name));
            operations.add(item(kind, path, name));
        }
        return operations;
    }

    private Operation items(Kind kind, String path, String name) {
        return Operation.get(path + "/items", name, Group.FEATURES, "Features: " + kind.plural())
                .describedAs(kind.definition() + " As points; filters are those of `/api/" + kind.plural() + "`.")
                .taking(
                        Input.query(
                                        FeatureQuery.BBOX,
                                        "Where they lie: west, south, east, north in degrees of WGS 84; west is larger"
                                            + " than east where the box holds the 180th meridian. With six numbers the"
                                            + " third and sixth are heights, and are not looked at. What has no"
                                            + " position lies in every box.",
                                        Schema.list(Schema.number())
                                                .with("minItems", 4)
                                                .with("maxItems", 6))
                                .example(List.of(-10, 35, 30, 70))
                                .joined(),
                        Input.query(
                                        FeatureQuery.DATETIME,
                                        "When they are: an instant, or an interval whose ends may be `..`. What has no"
                                                + " time is at every time.",
                                        Schema.text())
                                .example("2015-01-01T00:00:00Z/.."),
                        Input.query(
                                        FeatureQuery.LIMIT,
                                        "Most features of the answer.",
                                        Schema.integer(1, FeatureQuery.LARGEST_LIMIT)
                                                .with("default", FeatureQuery.USUAL_LIMIT))
                                .example(10),
                        Input.query(
                                        FeatureQuery.OFFSET,
                                        "Features to leave out at the beginning; the links `next` and `prev` have it.",
                                        Schema.integer(0).with("default", 0))
                                .example(0),
                        Input.language(),
                        Input.format(FeatureRoutes.FEATURES))
                .taking(FilterInputs.of(tables.filters(kind).values()))
                .answering(features("The features.", "FeaturePage").with(AnswerHeader.LINK))
                .failing(ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }

    private static Operation item(Kind kind, String path, String name) {
        return Operation.get(path + "/items/{featureId}", name + "Item", Group.FEATURES, "One of the " + kind.plural())
                .describedAs("A feature by its identifier.")
                .taking(Input.path(
                        "featureId", "The member `id` of the feature.", Schema.text(), EXAMPLES.get(kind.plural())))
                .taking(Input.language(), Input.format(FeatureRoutes.FEATURES))
                .answering(features("The feature.", "Feature"))
                .failing(ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }

    private static Operation described(Operation operation, Answer answer) {
        return operation
                .taking(Input.language(), Input.format(FeatureRoutes.DOCUMENTS))
                .answering(answer)
                .failing(ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }

    private static Answer document(String description, String schema) {
        return Answer.ok(description).in("application/json", Schema.ref(schema)).in("text/html");
    }

    private static Answer features(String description, String schema) {
        return Answer.ok(description)
                .in(FeatureDocuments.GEO_JSON, Schema.ref(schema))
                .in("application/json", Schema.ref(schema))
                .in("text/html")
                .with(AnswerHeader.CONTENT_LANGUAGE);
    }

    static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        Schema links = Schema.list(Schema.ref("WebLink"));
        schemas.put(
                "WebLink",
                Schema.object()
                        .having("href", Schema.text("uri"))
                        .having("rel", Schema.text())
                        .having("type", Schema.text())
                        .having("title", Schema.text())
                        .requiring("href", "rel", "type"));
        schemas.put(
                "Conformance",
                Schema.object()
                        .having("conformsTo", Schema.list(Schema.text("uri")))
                        .requiring("conformsTo"));
        schemas.put(
                "FeatureCollectionDescription",
                Schema.object()
                        .having("id", Schema.text())
                        .having("title", Schema.text())
                        .having("description", Schema.text())
                        .having("itemType", Schema.choice(List.of("feature")))
                        .having("crs", Schema.list(Schema.text("uri")))
                        .having("extent", Schema.object())
                        .having("links", links)
                        .requiring("id", "links", "itemType", "crs"));
        schemas.put(
                "FeatureCollections",
                Schema.object()
                        .having("links", links)
                        .having("collections", Schema.list(Schema.ref("FeatureCollectionDescription")))
                        .requiring("links", "collections"));
        schemas.put("Feature", GeoJson.featureSchema().having("links", links));
        schemas.put(
                "FeaturePage",
                GeoJson.schema()
                        .having("links", links)
                        .requiring("type", "features", "links", "numberMatched", "numberReturned"));
        return schemas;
    }
}
