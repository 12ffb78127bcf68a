package org.w3id.urbis.endpoint.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.openapi.Sent;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.ontology.Urbis;

/** The service in the words of OpenAPI. */
final class Described {

    private static final String KEYED_BATCH =
            "{\"q0\": {\"query\": \"Geneva\", \"type\": \"" + Urbis.CITY + "\", \"limit\": 3}}";
    private static final String KEYED_EXTENSION =
            "{\"ids\": [\"" + Urbis.ID + "network/c40\"], \"properties\": [{\"id\": \"" + Urbis.NS + "website\"}]}";
    private static final String AREA_EXAMPLE = "http://metadata.un.org/sdg/codes/geoArea/756";

    private Described() {}

    static List<Operation> matching() {
        return List.of(
                Operation.get("/reconcile", "reconciliationManifest", Group.RECONCILIATION, "What the service offers")
                        .describedAs(
                                "The manifest of the Reconciliation Service API, in the form of version 0.2 or of the"
                                    + " draft 1.0. With `queries` the answer to a batch of version 0.2, with `extend`"
                                    + " values of properties. Who would rather have a page is led to this one.")
                        .taking(
                                Input.query("queries", "A batch of version 0.2 as JSON.", Schema.text())
                                        .example(KEYED_BATCH),
                                Input.query("extend", "A question for values as JSON.", Schema.text())
                                        .example(KEYED_EXTENSION),
                                version(),
                                callback(),
                                Input.language())
                        .answering(json("The manifest, or what was asked for."))
                        .answering(Answer.of(303, "A page is wanted: it is elsewhere.")
                                .with(AnswerHeader.LOCATION))
                        .fromRevision()
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.TOO_LARGE),
                Operation.post("/reconcile", "reconcile", Group.RECONCILIATION, "Match names")
                        .describedAs("A batch of up to " + BatchReader.BATCH_SIZE
                                + " queries: version 0.2 in a form, answered under their keys; version 1.0 in JSON,"
                                + " as at /reconcile/match.")
                        .taking(Input.language())
                        .sending(Sent.of("A form with a field `queries` or a field `extend`, which hold JSON.")
                                .in(
                                        Session.FORM,
                                        Schema.object()
                                                .having("queries", Schema.text().saying("A batch of queries."))
                                                .having("extend", Schema.text().saying("A question for values.")),
                                        Map.of("queries", KEYED_BATCH))
                                .in(Session.JSON, Schema.ref("ReconciliationQueries"), listedBatch()))
                        .answering(json("Candidates for each query, the best first."))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE),
                Operation.get(
                                "/reconcile/match",
                                "matchByGet",
                                Group.RECONCILIATION,
                                "Match names, version 1.0, by an address")
                        .taking(
                                Input.query("queries", "A batch of version 1.0 as JSON.", Schema.text())
                                        .mandatory()
                                        .example("{\"queries\": [{\"conditions\": [{\"matchType\": \"name\","
                                                + " \"propertyValue\": \"Geneva\"}]}]}"),
                                Input.language())
                        .answering(json("Candidates for each query, in the same order.", "ReconciliationResults"))
                        .fromRevision()
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.TOO_LARGE),
                Operation.post("/reconcile/match", "match", Group.RECONCILIATION, "Match names, version 1.0")
                        .describedAs("A batch of up to " + BatchReader.BATCH_SIZE
                                + " queries, each a list of conditions on name, id and properties.")
                        .taking(Input.language())
                        .sending(Sent.of("A batch of queries.")
                                .in(Session.JSON, Schema.ref("ReconciliationQueries"), listedBatch()))
                        .answering(json("Candidates for each query, in the same order.", "ReconciliationResults"))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE),
                Operation.post(
                                "/reconcile/reconcile",
                                "matchAsDrafted",
                                Group.RECONCILIATION,
                                "Match names, version 1.0, at the address of earlier drafts")
                        .describedAs("The same as /reconcile/match.")
                        .taking(Input.language())
                        .sending(Sent.of("A batch of queries.")
                                .in(Session.JSON, Schema.ref("ReconciliationQueries"), listedBatch()))
                        .answering(json("Candidates for each query, in the same order.", "ReconciliationResults"))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
    }

    private static Input callback() {
        return Input.query(
                "callback",
                "Name of a function to be called with the answer (JSONP, version 0.2); also where names are completed.",
                Schema.text());
    }

    private static Map<String, Object> listedBatch() {
        Map<String, Object> name = Map.of("matchType", "name", "propertyValue", "Geneva");
        Map<String, Object> country =
                Map.of("matchType", "property", "propertyId", Urbis.NS + "country", "propertyValue", "CH");
        return Map.of("queries", List.of(Map.of("type", Urbis.CITY, "conditions", List.of(name, country))));
    }

    static List<Operation> suggesting() {
        return SuggestRoutes.WHAT.stream()
                .map(what -> Operation.get(
                                "/reconcile/suggest/" + what,
                                "suggest" + Character.toUpperCase(what.charAt(0)) + what.substring(1),
                                Group.RECONCILIATION,
                                "Complete the name of " + (what.equals("entity") ? "an entity" : "a " + what))
                        .taking(
                                Input.query("prefix", "What has been typed; empty for all.", Schema.text())
                                        .mandatory()
                                        .example("ci"),
                                Input.query("limit", "Most suggestions, 10 if not given.", Schema.integer(1))
                                        .example(5),
                                Input.query("offset", "How many to leave out (version 1.0).", Schema.integer(0))
                                        .example(0),
                                Input.query("cursor", "How many to leave out (version 0.2).", Schema.integer(0))
                                        .example(0),
                                Input.language())
                        .answering(json("Suggestions, the best first."))
                        .fromRevision()
                        .failing(ProblemType.BAD_PARAMETER))
                .toList();
    }

    static List<Operation> previewing() {
        return List.of(
                Operation.get("/reconcile/preview", "previewEntity", Group.RECONCILIATION, "A thing in a few lines")
                        .describedAs("A small page that may be shown in a frame.")
                        .taking(id(), Input.language())
                        .answering(Answer.ok("The page.").in("text/html"))
                        .fromRevision()
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND),
                Operation.get("/reconcile/flyout", "flyout", Group.RECONCILIATION, "A thing in a few lines, as JSON")
                        .describedAs("The same as a piece of a page, for suggestions of version 0.2.")
                        .taking(id(), Input.language())
                        .answering(json("Id and HTML."))
                        .fromRevision()
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND));
    }

    static List<Operation> extending() {
        return List.of(
                Operation.post("/reconcile/extend", "extend", Group.RECONCILIATION, "Values of matched things")
                        .describedAs("Values of properties of things, version 1.0.")
                        .taking(Input.language())
                        .sending(Sent.of("Ids and properties.")
                                .in(
                                        Session.JSON,
                                        Schema.object()
                                                .having(
                                                        "ids",
                                                        Schema.list(Schema.text())
                                                                .saying("IRIs of things."))
                                                .having(
                                                        "properties",
                                                        Schema.list(Schema.object()
                                                                .having("id", Schema.text())
                                                                .requiring("id")))
                                                .requiring("ids", "properties"),
                                        Map.of(
                                                "ids", List.of(AREA_EXAMPLE),
                                                "properties", List.of(Map.of("id", Urbis.NS + "iso3166Alpha2")))))
                        .answering(json("The values, row by row."))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE),
                Operation.get(
                                "/reconcile/extend/propose",
                                "proposeProperties",
                                Group.RECONCILIATION,
                                "Properties of a type")
                        .describedAs("The properties that things of a type have, the most frequent first.")
                        .taking(
                                Input.query("type", "IRI of the type; all that are served without it.", Schema.text())
                                        .example(Urbis.NETWORK),
                                Input.query("limit", "Most properties.", Schema.integer(1))
                                        .example(10),
                                Input.language())
                        .answering(json("The properties."))
                        .fromRevision()
                        .failing(ProblemType.BAD_PARAMETER));
    }

    static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put(
                "ReconciliationQueries",
                Schema.object()
                        .having(
                                "queries",
                                Schema.list(Schema.object()
                                                .having("type", Schema.text().saying("IRI of a type."))
                                                .having("limit", Schema.integer(1))
                                                .having("conditions", Schema.list(condition()))
                                                .requiring("conditions"))
                                        .with("maxItems", BatchReader.BATCH_SIZE))
                        .requiring("queries"));
        schemas.put(
                "ReconciliationResults",
                Schema.object()
                        .having(
                                "results",
                                Schema.list(Schema.object()
                                        .having("candidates", Schema.list(candidate()))
                                        .requiring("candidates")))
                        .requiring("results"));
        return schemas;
    }

    private static Schema condition() {
        return Schema.object()
                .having("matchType", Schema.choice(List.of("name", "property", "id")))
                .having("propertyId", Schema.text())
                .having("propertyValue", Schema.any())
                .having("required", Schema.truth())
                .having("matchQuantifier", Schema.choice(List.of("any", "all", "none")))
                .requiring("matchType", "propertyValue");
    }

    private static Schema candidate() {
        return Schema.object()
                .having("id", Schema.text())
                .having("name", Schema.text())
                .having("description", Schema.text())
                .having("score", Schema.number().saying("0 to 100."))
                .having("match", Schema.truth().saying("Whether it may be taken without a look."))
                .requiring("id", "name", "score", "match");
    }

    private static Input id() {
        return Input.query("id", "Id of the thing: its IRI.", Schema.text())
                .mandatory()
                .example(AREA_EXAMPLE);
    }

    private static Input version() {
        return Input.query(
                        "version",
                        "The version of the API whose form the manifest has. Without it, the header Accept decides,"
                                + " and else it is 0.2.",
                        Schema.choice(ProtocolVersion.ids()))
                .example("0.2");
    }

    private static Answer json(String description) {
        return Answer.ok(description).in(Session.JSON, Schema.object()).with(AnswerHeader.CONTENT_LANGUAGE);
    }

    private static Answer json(String description, String schema) {
        return Answer.ok(description).in(Session.JSON, Schema.ref(schema)).with(AnswerHeader.CONTENT_LANGUAGE);
    }
}
