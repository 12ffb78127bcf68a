package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.reconciliation.Condition.Quantifier;
import org.w3id.urbis.endpoint.reconciliation.Condition.Target;

/** Reads batches of queries in the form of either version. What is wrong is told with the place in the batch. */
final class BatchReader {

    /** Most queries in a batch. */
    static final int BATCH_SIZE = 50;

    private static final int MOST_CONDITIONS = 25;
    private static final int MOST_VALUES = 25;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What the batch is called in problems: the parameter or the body. */
    private final String where;

    BatchReader(String where) {
        this.where = where;
    }

    /**
     * Parses JSON.
     *
     * @throws ProblemException if it is none
     */
    JsonNode parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw bad("It is empty; JSON is expected.");
            }
            return node;
        } catch (JacksonException notJson) {
            String place = notJson.getLocation() == null
                    ? ""
                    : " at line " + notJson.getLocation().getLineNr() + ", column "
                            + notJson.getLocation().getColumnNr();
            throw Problem.parameter(where, "This is not JSON" + place + ": " + reason(notJson) + ".")
                    .exception(notJson);
        }
    }

    private static String reason(JacksonException fault) {
        String message =
                fault instanceof JsonProcessingException known ? known.getOriginalMessage() : "it cannot be read";
        // What Jackson adds in brackets is about its own readers.
        return message.lines()
                .findFirst()
                .orElse("it cannot be read")
                .replaceFirst("\\s*(\\(start marker|\\[Source|at \\[Source).*|[.;:\\s]+$", "");
    }

    /**
     * Reads a batch of version 0.2: an object whose members are queries.
     *
     * @throws ProblemException if it is none, or has too many queries
     */
    Map<String, MatchQuery> keyed(JsonNode batch) {
        if (!batch.isObject()) {
            throw bad("A batch is a JSON object whose members are queries, such as {\"q0\": {\"query\": \"Geneva\"}}.");
        }
        limitSize(batch.size());
        Map<String, MatchQuery> queries = new LinkedHashMap<>();
        batch.properties().forEach(member -> queries.put(member.getKey(), query(member.getKey(), member.getValue())));
        return queries;
    }

    private MatchQuery query(String key, JsonNode query) {
        if (!query.isObject()) {
            throw bad("Query \"" + key + "\" is not an object.");
        }
        List<Condition> conditions = new ArrayList<>();
        JsonNode name = query.path("query");
        if (!name.isMissingNode() && !name.isNull()) {
            conditions.add(Condition.of(Target.NAME, "", values(key, "query", name)));
        }
        for (JsonNode property : query.path("properties")) {
            conditions.add(Condition.of(Target.PROPERTY, property(key, property), value(key, property)));
        }
        conditions.removeIf(condition -> condition.values().isEmpty());
        limitConditions(key, conditions.size());
        // A blank cell of a spreadsheet is a question with no answer; what is no question at all is a fault.
        if (conditions.isEmpty() && !name.isTextual()) {
            throw bad("Query \"" + key + "\" needs a text in \"query\", or \"properties\" with values.");
        }
        return new MatchQuery(conditions, types(key, query.path("type")), limit(key, query.path("limit")));
    }

    /**
     * Reads a batch of version 1.0: an object with a list of queries.
     *
     * @throws ProblemException if it is none, or has too many queries
     */
    List<MatchQuery> listed(JsonNode batch) {
        JsonNode list = batch.isArray() ? batch : batch.path("queries");
        if (!list.isArray()) {
            throw bad("A batch is a JSON object with a list \"queries\", such as {\"queries\": [{\"conditions\":"
                    + " [{\"matchType\": \"name\", \"propertyValue\": \"Geneva\"}]}]}.");
        }
        limitSize(list.size());
        List<MatchQuery> queries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            queries.add(conditional(Integer.toString(i), list.get(i)));
        }
        return queries;
    }

    private MatchQuery conditional(String key, JsonNode query) {
        JsonNode listed = query.path("conditions");
        if (!listed.isArray() || listed.isEmpty()) {
            throw bad("Query " + key + " has no list \"conditions\" with at least one condition.");
        }
        limitConditions(key, listed.size());
        List<Condition> conditions = new ArrayList<>();
        listed.forEach(condition -> conditions.add(condition(key, condition)));
        JsonNode type = query.path("type");
        if (type.isArray()) {
            throw bad("Query " + key + " names several types; version 1.0 has one.");
        }
        return new MatchQuery(conditions, types(key, type), limit(key, query.path("limit")));
    }

    private Condition condition(String key, JsonNode condition) {
        Target target =
                switch (condition.path("matchType").asText("")) {
                    case "name" -> Target.NAME;
                    case "id" -> Target.ID;
                    case "property" -> Target.PROPERTY;
                    default ->
                        throw bad("A condition of query " + key
                                + " has no \"matchType\", which is name, property or id.");
                };
        List<String> values = value(key, condition);
        if (values.isEmpty()) {
            throw bad("A condition of query " + key + " has no value in \"propertyValue\".");
        }
        return new Condition(
                target,
                target == Target.PROPERTY ? property(key, condition) : "",
                values,
                condition.path("required").asBoolean(false),
                quantifier(key, condition.path("matchQuantifier")));
    }

    private Quantifier quantifier(String key, JsonNode node) {
        return switch (node.asText("any")) {
            case "any" -> Quantifier.ANY;
            case "all" -> Quantifier.ALL;
            case "none" -> Quantifier.NONE;
            default ->
                throw bad("A condition of query " + key + " has a \"matchQuantifier\" other than any, all, none.");
        };
    }

    /** The id of a property, which earlier drafts call by the word of version 0.2. */
    private String property(String key, JsonNode node) {
        return Stream.of("propertyId", "pid")
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(ServedProperties::iri)
                .orElseThrow(() -> bad("A property of query " + key + " has no id in \"pid\" or \"propertyId\"."));
    }

    private List<String> value(String key, JsonNode node) {
        JsonNode value = node.has("propertyValue") ? node.path("propertyValue") : node.path("v");
        return values(key, "v", value);
    }

    /** One value or several, each text, a number, a boolean or an entity; blank ones are as good as none. */
    private List<String> values(String key, String member, JsonNode node) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : node.isArray() ? node : List.of(node)) {
            if (value.isValueNode() && !value.isNull()) {
                values.add(value.asText());
            } else if (value.path("id").isTextual()) {
                values.add(value.path("id").asText());
            } else if (value.isContainerNode()) {
                throw bad("A value of \"" + member + "\" in query \"" + key
                        + "\" is neither text, number, boolean nor an entity with an id.");
            }
        }
        values.removeIf(String::isBlank);
        if (values.size() > MOST_VALUES) {
            throw bad("A property of query \"" + key + "\" has more than " + MOST_VALUES + " values.");
        }
        return values;
    }

    private Set<String> types(String key, JsonNode node) {
        Set<String> types = new LinkedHashSet<>();
        for (String type : values(key, "type", node)) {
            types.add(ServedTypes.iri(type));
        }
        return types;
    }

    private int limit(String key, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return MatchQuery.USUAL_LIMIT;
        }
        if (!node.isNumber() || node.asDouble() < 1 || node.asDouble() != Math.floor(node.asDouble())) {
            throw bad("The \"limit\" of query \"" + key + "\" is not a whole number from 1.");
        }
        return (int) Math.min(MatchQuery.LARGEST_LIMIT, node.asLong());
    }

    private void limitConditions(String key, int conditions) {
        if (conditions > MOST_CONDITIONS) {
            throw bad("Query \"" + key + "\" has more than " + MOST_CONDITIONS + " conditions.");
        }
    }

    private static void limitSize(int size) {
        if (size > BATCH_SIZE) {
            throw Problem.of(
                            ProblemType.TOO_LARGE,
                            String.format(
                                    Locale.ROOT,
                                    "The batch has %d queries; at most %d are answered at once, as \"batchSize\" in the"
                                            + " manifest says.",
                                    size,
                                    BATCH_SIZE))
                    .exception();
        }
    }

    private ProblemException bad(String detail) {
        return Problem.parameter(where, detail).exception();
    }
}
