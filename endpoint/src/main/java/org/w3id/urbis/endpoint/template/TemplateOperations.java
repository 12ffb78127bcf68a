package org.w3id.urbis.endpoint.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.entry.EntryKind;

/** What can be asked of templates. */
final class TemplateOperations {
    private TemplateOperations() {}

    static List<Operation> all() {
        return Stream.concat(
                        Stream.of(list(), table()),
                        TemplateRoutes.TABLES.stream().map(TemplateOperations::table))
                .toList();
    }

    /** The kinds of things that have a table. */
    static List<String> kinds() {
        return Arrays.stream(EntryKind.values()).map(EntryKind::key).toList();
    }

    private static Operation list() {
        Schema template = Schema.object()
                .having("kind", Schema.choice(kinds()))
                .having("name", Schema.text().saying("What things of the kind are called."))
                .having("schema", Schema.text("uri-reference").saying("The JSON Schema of an entry of the kind."))
                .requiring("kind", "name");
        for (Representation form : TemplateRoutes.TABLES) {
            template = template.having(form.suffix(), Schema.text("uri-reference"));
        }
        return Operation.get("/templates", "templates", Group.ENTRIES, "The tables that can be filled in")
                .describedAs("One for each kind of things.")
                .taking(Input.format(TemplateRoutes.LISTS), Input.language())
                .answering(Answer.ok("The list.")
                        .in("text/html")
                        .in(
                                "application/json",
                                Schema.object()
                                        .having("templates", Schema.list(template))
                                        .requiring("templates"))
                        .with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                .cached();
    }

    private static Operation table() {
        return described(
                        Operation.get("/templates/{kind}", "template", Group.ENTRIES, "An empty table to fill in"),
                        TemplateRoutes.TABLES)
                .taking(Input.format(TemplateRoutes.TABLES))
                .failing(ProblemType.NOT_ACCEPTABLE);
    }

    private static Operation table(Representation form) {
        String name = form.suffix().toUpperCase(Locale.ROOT);
        return described(
                Operation.get(
                        "/templates/{kind}." + form.suffix(),
                        "template" + name,
                        Group.ENTRIES,
                        "An empty table to fill in, as " + name),
                List.of(form));
    }

    private static Operation described(Operation operation, List<Representation> forms) {
        return operation
                .describedAs("Its columns are what the shapes ask of things of the kind, first those that may not be"
                        + " empty; below a comment and the titles stands an example row. In the language asked for"
                        + " the columns are explained, and there is a column for names in it. What is filled in is"
                        + " checked at `/validate` and handed in at `/submissions`.")
                .taking(
                        Input.path("kind", "What the rows are.", Schema.choice(kinds()), "network"),
                        Input.query(
                                TemplateRoutes.OF,
                                "Fills the table with what the current revision says of things of the kind: of one by"
                                    + " its IRI or a name such as `network:c40`; of all that refer to another thing;"
                                    + " of all in a graph, or in a submission. May be repeated. Without it the table"
                                    + " is empty but for an example.",
                                Schema.list(Schema.text())),
                        Input.language())
                .answering(Answer.ok("The table.").in(forms).with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND)
                .cached();
    }
}
