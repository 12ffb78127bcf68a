package org.w3id.urbis.endpoint.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.Parameter;
import org.w3id.urbis.queries.ParameterType;
import org.w3id.urbis.queries.QueryCatalogue;

/** Each question of a catalogue as an operation of its own, with its parameters and their types. */
final class CatalogueOperations {
    private CatalogueOperations() {}

    static List<Operation> of(QueryCatalogue catalogue) {
        List<Operation> operations = new ArrayList<>();
        operations.add(Operation.get("/queries", "questions", Group.QUESTIONS, "All questions of the catalogue")
                .describedAs("The questions: what each asks, what can be filled in and with which values, where it is"
                        + " answered. As a page, as JSON, or as a graph of SHACL SPARQL executables.")
                .taking(
                        Input.query("tag", "Only the questions with this tag.", Schema.text())
                                .example("membership"),
                        Input.format(CatalogueRoutes.FORMS_OF_LIST),
                        Input.language())
                .answering(Answer.ok("The list.")
                        .in("application/json", Schema.ref("QuestionList"))
                        .in("text/html")
                        .in(Representation.GRAPHS))
                .failing(ProblemType.NOT_ACCEPTABLE)
                .fromRevision());
        operations.add(Operation.get(
                        "/queries/{subject}/{question}.rq", "questionText", Group.QUESTIONS, "The text of a question")
                .describedAs("The query as SPARQL, with a header that describes it.")
                .taking(
                        Input.path("subject", "What the question is about.", Schema.text(), "network"),
                        Input.path("question", "Which question it is.", Schema.text(), "contact-card"))
                .answering(Answer.ok("The query.").in(Representation.QUERY.mediaType()))
                .failing(ProblemType.NOT_FOUND)
                .cached());
        catalogue.queries().forEach(query -> operations.add(asked(query)));
        return operations;
    }

    private static Operation asked(CatalogueQuery query) {
        List<Representation> forms = CatalogueDocument.forms(query.form());
        List<Representation> offers = new ArrayList<>(forms);
        Representation.GRAPHS.stream().filter(form -> !offers.contains(form)).forEach(offers::add);
        String described = offers.size() > forms.size()
                ? " As a graph (Turtle and the like) comes not the answer but what the question is."
                : "";
        Operation operation = Operation.get(
                        "/queries/" + query.name(), id(query.name()), Group.QUESTIONS, query.summary())
                .describedAs(query.question() + described + federated(query))
                .taking(query.parameters().stream()
                        .map(CatalogueOperations::input)
                        .toList())
                .taking(Input.format(offers), Input.language())
                .answering(Answer.ok("The answer, whole.").in(offers).with(AnswerHeader.LINK))
                .failing(
                        ProblemType.BAD_PARAMETER,
                        ProblemType.UNUSABLE_ARGUMENT,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.QUERY_TIMEOUT,
                        ProblemType.BUSY);
        return query.isFederated()
                ? operation.answering(
                        ofOthers(403, "This server may not ask an endpoint that the question needs."),
                        ofOthers(502, "An endpoint that the question needs gave no answer."))
                : operation.fromRevision();
    }

    private static String federated(CatalogueQuery query) {
        return query.isFederated()
                ? " It asks endpoints of others too: " + String.join(", ", query.federates())
                        + ". The operator has to turn them on; `/federation` says which are."
                : "";
    }

    private static Answer ofOthers(int status, String description) {
        return Answer.of(status, description)
                .in(Problem.MEDIA_TYPE, Schema.ref("Problem"))
                .in("text/html");
    }

    private static Input input(Parameter parameter) {
        Schema schema = schema(parameter.type());
        List<String> defaults = parameter.defaults().stream()
                .map(node -> value(node).toString())
                .toList();
        if (parameter.several()) {
            Schema several = Schema.list(schema);
            Input input = Input.query(
                    parameter.name(),
                    description(parameter),
                    defaults.isEmpty() ? several : several.with("default", defaults));
            return defaults.isEmpty() ? input : input.example(defaults);
        }
        Object usual = defaults.isEmpty() ? "" : value(parameter.defaults().getFirst());
        Input input = Input.query(
                parameter.name(), description(parameter), defaults.isEmpty() ? schema : schema.with("default", usual));
        return defaults.isEmpty() ? input : input.example(usual);
    }

    private static String description(Parameter parameter) {
        String words = parameter.description();
        String sentence = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
        return parameter.kinds().isEmpty()
                ? sentence
                : sentence + " The IRI, or the key that it ends in, of a member of "
                        + parameter.kinds().stream()
                                .map(kind -> "`" + kind.getURI() + "`")
                                .collect(Collectors.joining(" or "))
                        + "; anything else is refused.";
    }

    /** The value of a term as JSON has it: text or a number. */
    static Object value(Node node) {
        if (node.isURI()) {
            return node.getURI();
        }
        return switch (node.getLiteralValue()) {
            case Number number -> number instanceof BigDecimal decimal ? decimal.doubleValue() : number;
            default -> node.getLiteralLexicalForm();
        };
    }

    static Map<String, Schema> schemas() {
        Schema link = Schema.object()
                .having("href", Schema.text("uri"))
                .having("rel", Schema.text())
                .having("type", Schema.text())
                .requiring("href", "rel", "type");
        return Map.of(
                "QuestionList",
                Schema.object()
                        .having("title", Schema.text())
                        .having("total", Schema.integer(0).saying("How many questions the list holds."))
                        .having("queries", Schema.list(Schema.ref("Question")))
                        .having("links", Schema.list(link))
                        .requiring("title", "total", "queries", "links"),
                "Question",
                Schema.object()
                        .having("id", Schema.text("iri").saying("Its IRI."))
                        .having("name", Schema.text().saying("Its subject and its name, with a slash between."))
                        .having("summary", Schema.text().saying("What the answer is, in a few words."))
                        .having("question", Schema.text().saying("The question as somebody would ask it."))
                        .having("language", Schema.text().saying("The language of the words."))
                        .having("tags", Schema.list(Schema.text()))
                        .having("audience", Schema.list(Schema.text()))
                        .having(
                                "federatesWith",
                                Schema.list(Schema.text())
                                        .saying("The endpoints of others that it asks too, as /federation names them."))
                        .having("form", Schema.choice(List.of("select", "ask", "construct", "describe")))
                        .having("columns", Schema.list(Schema.text()).saying("The columns of the answer, if it has."))
                        .having("parameters", Schema.list(Schema.ref("QuestionParameter")))
                        .having("href", Schema.text("uri").saying("Where it is answered."))
                        .having("links", Schema.list(link))
                        .requiring("id", "name", "summary", "question", "tags", "form", "parameters", "href", "links"),
                "QuestionParameter",
                Schema.object()
                        .having("name", Schema.text())
                        .having("description", Schema.text())
                        .having(
                                "type",
                                Schema.choice(Arrays.stream(ParameterType.values())
                                        .map(ParameterType::word)
                                        .toList()))
                        .having("takes", Schema.text().saying("What it may be, with an example."))
                        .having("several", Schema.truth().saying("Whether it may be given more than once."))
                        .having("required", Schema.truth())
                        .having("default", Schema.any().saying("What it is when it is left out."))
                        .having("kinds", Schema.list(Schema.text("iri")))
                        .having("collections", Schema.list(Schema.text("uri")))
                        .having(
                                "allowed",
                                Schema.list(Schema.object()
                                                .having("value", Schema.text())
                                                .having("name", Schema.text())
                                                .requiring("value", "name"))
                                        .saying("All it may be, if that is a short list."))
                        .requiring("name", "description", "type", "several", "required"));
    }

    private static Schema schema(ParameterType type) {
        return switch (type) {
            case IRI -> Schema.text("iri-reference");
            case INTEGER -> Schema.integer();
            case DECIMAL -> Schema.number();
            case DATE -> Schema.text("date");
            case YEAR -> Schema.text().with("pattern", "^-?[0-9]{4,}$");
            case LANGUAGE -> Schema.text().with("pattern", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");
            case STRING -> Schema.text();
        };
    }

    /** {@code network/co-membership} as {@code networkCoMembership}. */
    private static String id(String name) {
        StringBuilder id = new StringBuilder();
        for (String word : name.split("[/-]")) {
            id.append(id.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return id.toString();
    }
}
