package org.w3id.urbis.endpoint.federation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** What the server's description says of the endpoints of others. */
final class FederationOperations {
    private FederationOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get("/federation", "federation", Group.SPARQL, "Whom queries may ask by SERVICE")
                        .describedAs(
                                "The endpoints of others that are known here: which of them the operator has turned"
                                        + " on, by which name a query asks them, and how they fared since this server"
                                        + " started. Nobody is asked to find that out.")
                        .taking(Input.format(FederationRoutes.FORMS), Input.language())
                        .answering(Answer.ok("The list.")
                                .in("application/json", Schema.ref("Federation"))
                                .in("text/html"))
                        .cached()
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE, ProblemType.METHOD_NOT_ALLOWED),
                Operation.get(
                                "/federation/reports/{report}",
                                "federationReport",
                                Group.SPARQL,
                                "Whom a query asked, and what came back")
                        .describedAs("An answer that asked other endpoints names its report by a Link with the relation"
                                + " http://www.w3.org/ns/prov#has_provenance. It is kept for an hour.")
                        .taking(
                                Input.path(
                                        "report",
                                        "As the Link names it.",
                                        Schema.text(),
                                        "00000000000000000000000000000000"),
                                Input.format(FederationRoutes.FORMS),
                                Input.language())
                        .answering(
                                Answer.ok("The report.")
                                        .in("application/json", Schema.ref("FederationReport"))
                                        .in("text/html")
                                        .with(AnswerHeader.CACHE_CONTROL),
                                Answer.of(404, "There is no such report, or no longer.")
                                        .in(Problem.MEDIA_TYPE, Schema.ref("Problem"))
                                        .in("text/html"))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE));
    }

    static Map<String, Schema> schemas() {
        Schema requests = Schema.object();
        for (Origin origin : Origin.values()) {
            requests = requests.having(origin.word(), Schema.integer(0));
        }
        requests = requests.requiring(
                        Arrays.stream(Origin.values()).map(Origin::word).toArray(String[]::new))
                .saying("How many answers came from the endpoint, from memory, from a copy here, or not at all.");
        return Map.of(
                "Federation",
                Schema.object()
                        .having("endpoints", Schema.list(endpoint(requests)))
                        .requiring("endpoints"),
                "FederationReport",
                Schema.object()
                        .having("begun", Schema.text("date-time"))
                        .having("ended", Schema.truth().saying("False while the answer is still being made."))
                        .having("endpoints", Schema.list(asked(requests)))
                        .requiring("begun", "ended", "endpoints"));
    }

    private static Schema endpoint(Schema requests) {
        return Schema.object()
                .having("name", Schema.text().saying("SERVICE urbis:<name> asks it."))
                .having("id", Schema.text("iri"))
                .having("title", Schema.text())
                .having("address", Schema.text("uri"))
                .having("addressStatedBy", Schema.text("uri").saying("Where its address is stated."))
                .having("uriSpace", Schema.text().saying("What the IRIs begin with that it describes."))
                .having("on", Schema.truth().saying("Whether queries may ask it."))
                .having("mirror", Schema.text("iri").saying("The graph here that holds a copy of its data."))
                .having(
                        "copiedStatements",
                        Schema.integer(0).saying("How much is held of what its publisher offers as files."))
                .having("state", Schema.choice(List.of("not asked yet", "answering", "resting", "to be tried again")))
                .having("requests", requests)
                .having("meanMilliseconds", Schema.integer(0))
                .having("lastAnswer", Schema.text("date-time"))
                .having("lastFailure", Schema.text("date-time"))
                .having("lastFailureReason", Schema.text())
                .requiring("name", "id", "title", "on");
    }

    private static Schema asked(Schema requests) {
        return Schema.object()
                .having("name", Schema.text())
                .having("address", Schema.text("uri"))
                .having("requests", requests)
                .having("rowsSent", Schema.integer(0))
                .having("rows", Schema.integer(0))
                .having("milliseconds", Schema.integer(0))
                .having("reasons", Schema.list(Schema.text()).saying("Why a copy answered, or nobody; the first few."))
                .requiring("name", "requests", "rowsSent", "rows", "milliseconds");
    }
}
