package org.w3id.urbis.endpoint.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryType;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
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
                .describedAs("The questions by subject, as a page.")
                .answering(Answer.ok("The list.").in("text/html"))
                .failing(ProblemType.METHOD_NOT_ALLOWED));
        catalogue.queries().forEach(query -> operations.add(asked(query)));
        return operations;
    }

    private static Operation asked(CatalogueQuery query) {
        List<Representation> forms = new ArrayList<>(
                query.form() == QueryType.SELECT || query.form() == QueryType.ASK
                        ? Representation.RESULTS
                        : Representation.GRAPHS);
        forms.add(Representation.HTML);
        return Operation.get("/queries/" + query.name(), id(query.name()), Group.QUESTIONS, query.summary())
                .describedAs(query.question())
                .taking(query.parameters().stream()
                        .map(CatalogueOperations::input)
                        .toList())
                .taking(Input.format(forms))
                .answering(Answer.ok("The answer, whole.").in(forms))
                .failing(
                        ProblemType.BAD_PARAMETER,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.QUERY_TIMEOUT,
                        ProblemType.BUSY)
                .fromRevision();
    }

    private static Input input(Parameter parameter) {
        Schema schema = schema(parameter.type());
        List<String> defaults =
                parameter.defaults().stream().map(CatalogueOperations::text).toList();
        if (parameter.several()) {
            Schema several = Schema.list(schema);
            Input input = Input.query(
                    parameter.name(),
                    sentence(parameter.description()),
                    defaults.isEmpty() ? several : several.with("default", defaults));
            return defaults.isEmpty() ? input : input.example(defaults);
        }
        Object usual = defaults.isEmpty() ? "" : value(parameter.type(), defaults.getFirst());
        Input input = Input.query(
                parameter.name(), parameter.description(), defaults.isEmpty() ? schema : schema.with("default", usual));
        return defaults.isEmpty() ? input : input.example(usual);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }

    private static Object value(ParameterType type, String text) {
        return switch (type) {
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> Double.valueOf(text);
            default -> text;
        };
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
