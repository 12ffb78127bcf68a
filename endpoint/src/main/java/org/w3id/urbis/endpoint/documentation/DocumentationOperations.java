package org.w3id.urbis.endpoint.documentation;

import java.util.List;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** What can be asked of the documentation. */
final class DocumentationOperations {
    private DocumentationOperations() {}

    static List<Operation> all(List<String> subjects) {
        return List.of(
                page("", "documentation", "What helps to understand the graph"),
                page("/tutorial", "tutorial", "First steps in SPARQL on this graph"),
                page("/recipes", "recipes", "The graph in other programs"),
                page("/diagram", "ontologyDiagram", "The ontology in one drawing, and the same in words"),
                Operation.get(
                                "/documentation/diagram.svg",
                                "ontologyDrawing",
                                Group.SERVER,
                                "The drawing of the ontology alone")
                        .describedAs("Classes by subject with their main properties; all that stands in it is a link.")
                        .taking(Input.language())
                        .answering(Answer.ok("The drawing.")
                                .in(OntologyDrawing.MEDIA_TYPE)
                                .with(AnswerHeader.CONTENT_LANGUAGE))
                        .failing(ProblemType.BAD_PARAMETER)
                        .fromRevision(),
                page("/sources", "documentedSources", "The sources of the graph and their quality"),
                page("/answers", "answers", "The subjects that questions are answered about"),
                page("/answers/{subject}", "answersAbout", "Questions about a subject with their answers")
                        .taking(Input.path("subject", "The subject.", Schema.choice(subjects), "network"))
                        .failing(ProblemType.NOT_FOUND),
                Operation.get("/queries/counts", "questionCounts", Group.QUESTIONS, "How much each question answers")
                        .describedAs(
                                "The rows of each answer, for the values that the question's form begins with. What"
                                        + " asks other endpoints, or takes too long, is left out.")
                        .answering(Answer.ok("The numbers.")
                                .in(
                                        "application/json",
                                        Schema.object()
                                                .having("revision", Schema.integer())
                                                .having("counts", Schema.object())
                                                .requiring("revision", "counts")))
                        .failing(ProblemType.BUSY)
                        .fromRevision());
    }

    private static Operation page(String path, String id, String summary) {
        return Operation.get("/documentation" + path, id, Group.SERVER, summary)
                .describedAs("A page for people, made from the revision.")
                .taking(Input.language())
                .answering(Answer.ok("The page.").in("text/html").with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .fromRevision();
    }
}
