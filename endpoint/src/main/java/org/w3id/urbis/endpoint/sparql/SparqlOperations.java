package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.openapi.Sent;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** The SPARQL Protocol as the description of the server tells it. */
final class SparqlOperations {
    private static final String EXAMPLE =
            "SELECT ?thing WHERE { ?thing a <https://w3id.org/urbis/ontology#Network> } LIMIT 3";
    private static final Schema GRAPHS = Schema.list(Schema.text("iri"));

    private SparqlOperations() {}

    static List<Operation> all() {
        List<Representation> forms = new ArrayList<>(Representation.RESULTS);
        Representation.GRAPHS.stream().filter(form -> !forms.contains(form)).forEach(forms::add);
        forms.add(Representation.HTML);
        return List.of(
                asking(
                                Operation.get("/sparql", "askByGet", Group.SPARQL, "Ask a query")
                                        .describedAs("SPARQL 1.1 Protocol, query by GET. Without a query: the service"
                                                + " description, or the form to write one in.")
                                        .taking(
                                                Input.query("query", "The query, SPARQL 1.1.", Schema.text())
                                                        .example(EXAMPLE),
                                                Input.query(
                                                        "default-graph-uri",
                                                        "Graphs that make the default graph.",
                                                        GRAPHS),
                                                Input.query("named-graph-uri", "Graphs that can be named.", GRAPHS),
                                                Input.format(forms)),
                                forms)
                        .fromRevision(),
                asking(
                        Operation.post("/sparql", "askByPost", Group.SPARQL, "Ask a query that is sent")
                                .describedAs("SPARQL 1.1 Protocol, query by POST, as a form or direct.")
                                .taking(Input.format(forms))
                                .sending(Sent.of("The query.")
                                        .in("application/sparql-query", Schema.text(), EXAMPLE)
                                        .in(
                                                "application/x-www-form-urlencoded",
                                                Schema.object()
                                                        .having("query", Schema.text())
                                                        .having("default-graph-uri", GRAPHS)
                                                        .having("named-graph-uri", GRAPHS)
                                                        .requiring("query"),
                                                Map.of("query", EXAMPLE))),
                        forms),
                plan(),
                Operation.of("delete", "/sparql/runs/{run}", "stopQuery", Group.SPARQL, "Stop a query")
                        .describedAs("Stops a query that was asked with this name in the header `Urbis-Run`.")
                        .taking(Input.path("run", "The name.", Schema.text()))
                        .answering(Answer.of(204, "The query is being stopped."))
                        .failing(ProblemType.NOT_FOUND));
    }

    private static Operation plan() {
        return Operation.get("/sparql/plan", "explainQuery", Group.SPARQL, "Explain a query")
                .describedAs("Says how a query would be answered: its operators, rewritten for speed, and how many"
                        + " statements each of its patterns fits by itself. A query that cannot be read is refused as"
                        + " if it were asked. Also by POST, as queries are.")
                .taking(Input.query("query", "The query, SPARQL 1.1.", Schema.text())
                        .example(EXAMPLE)
                        .mandatory())
                .answering(Answer.ok("The plan.")
                        .in(
                                "application/json",
                                Schema.object()
                                        .having("form", Schema.text())
                                        .having("columns", Schema.list(Schema.text()))
                                        .having("patterns", Schema.list(Schema.object()))
                                        .having("hints", Schema.list(Schema.object()))
                                        .having("algebra", Schema.text())
                                        .requiring("form", "patterns", "algebra")))
                .failing(
                        ProblemType.QUERY_SYNTAX,
                        ProblemType.UNKNOWN_FUNCTION,
                        ProblemType.BAD_PARAMETER,
                        ProblemType.READ_ONLY,
                        ProblemType.FEDERATION_OFF,
                        ProblemType.QUERY_TOO_COMPLEX)
                .fromRevision();
    }

    private static Operation asking(Operation operation, List<Representation> forms) {
        return operation
                .answering(Answer.ok("The answer, whole. If it asked other endpoints, the header Urbis-Federation lists"
                                + " them by RFC 9651, each with the rows it gave, the milliseconds it took, and"
                                + " how many of its answers came from it, from memory, from a copy here or not at"
                                + " all; where the answer is still being made, \"open\" says that more may follow."
                                + " A Link with the relation http://www.w3.org/ns/prov#has_provenance leads to the"
                                + " report. The header Urbis-Hint names terms and codes of ours in the query that"
                                + " are not known, and what was probably meant.")
                        .in(forms))
                .failing(
                        ProblemType.QUERY_SYNTAX,
                        ProblemType.UNKNOWN_FUNCTION,
                        ProblemType.UNUSABLE_ARGUMENT,
                        ProblemType.BAD_PARAMETER,
                        ProblemType.READ_ONLY,
                        ProblemType.FEDERATION_OFF,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.TOO_LARGE,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        ProblemType.QUERY_TOO_COMPLEX,
                        ProblemType.REMOTE_FAILED,
                        ProblemType.QUERY_TIMEOUT,
                        ProblemType.QUERY_TOO_LARGE,
                        ProblemType.BUSY);
    }
}
