package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.names.NamedThing;

/** Gives the values of properties of things that have been matched. */
final class Extension {

    /** Most things, and most properties, in one request. */
    private static final int MOST_IDS = 1_000;

    private static final int MOST_PROPERTIES = 50;

    private final Session session;
    private final AnswerJson json;
    private final ValueJson values;

    private Extension(Session session, ProtocolVersion version) {
        this.session = session;
        this.json = new AnswerJson(version, session.naming());
        this.values = new ValueJson(session, json);
    }

    /** A property that is wanted, with its settings. */
    private record Wanted(String id, String iri, int limit, boolean allLanguages) {}

    /** A question read. */
    private record Question(List<String> ids, List<Wanted> properties) {}

    /**
     * Answers in the form of version 0.2: rows and cells under the ids that were given.
     *
     * @param where what the question stood in, for problems
     * @throws ProblemException if the question cannot be read
     */
    static ObjectNode keyed(Session session, String text, String where) {
        return new Extension(session, ProtocolVersion.FINAL).keyed(read(text, where));
    }

    /** Answers in the form of version 1.0: lists in the order of the question. */
    static ObjectNode listed(Session session, String text, String where) {
        return new Extension(session, ProtocolVersion.DRAFT).listed(read(text, where));
    }

    private ObjectNode keyed(Question question) {
        Map<String, List<ArrayNode>> rows = rows(question);
        ObjectNode answer = AnswerJson.JSON.objectNode();
        answer.set("meta", meta(question, rows));
        ObjectNode node = answer.putObject("rows");
        rows.forEach((id, cells) -> {
            ObjectNode row = node.putObject(id);
            for (int i = 0; i < cells.size(); i++) {
                row.set(question.properties().get(i).id(), cells.get(i));
            }
        });
        return answer;
    }

    private ObjectNode listed(Question question) {
        Map<String, List<ArrayNode>> rows = rows(question);
        ObjectNode answer = AnswerJson.JSON.objectNode();
        answer.set("meta", meta(question, rows));
        ArrayNode list = answer.putArray("rows");
        rows.forEach((id, cells) -> {
            ArrayNode properties = list.addObject().put("id", id).putArray("properties");
            for (int i = 0; i < cells.size(); i++) {
                properties
                        .addObject()
                        .put("id", question.properties().get(i).id())
                        .set("values", cells.get(i));
            }
        });
        return answer;
    }

    private static Question read(String text, String where) {
        JsonNode query = new BatchReader(where).parse(text);
        JsonNode ids = query.path("ids");
        JsonNode properties = query.path("properties");
        if (!isListOf(ids, JsonNode::isTextual)
                || !isListOf(properties, property -> property.path("id").isTextual())) {
            throw Problem.parameter(
                            where,
                            "A question for data is a JSON object with \"ids\", a list of texts, and \"properties\", a"
                                    + " list of objects with an \"id\".")
                    .exception();
        }
        if (ids.size() > MOST_IDS || properties.size() > MOST_PROPERTIES) {
            throw Problem.of(
                            ProblemType.TOO_LARGE,
                            "At most " + MOST_IDS + " ids and " + MOST_PROPERTIES + " properties are answered at once.")
                    .exception();
        }
        List<String> wantedIds = new ArrayList<>();
        ids.forEach(id -> wantedIds.add(id.asText()));
        List<Wanted> wanted = new ArrayList<>();
        properties.forEach(property -> wanted.add(wanted(property)));
        return new Question(wantedIds, wanted);
    }

    private static boolean isListOf(JsonNode list, Predicate<JsonNode> item) {
        return list.isArray() && list.valueStream().allMatch(item);
    }

    private static Wanted wanted(JsonNode property) {
        String id = property.path("id").asText();
        JsonNode settings = property.path("settings");
        // Forms send numbers and ticks as text.
        int limit = settings.path(Manifest.LIMIT_SETTING).asInt(0);
        boolean all = Stream.of("true", "on", "1")
                .anyMatch(settings.path(Manifest.LANGUAGES_SETTING).asText("")::equals);
        return new Wanted(id, ServedProperties.iri(id), Math.max(0, limit), all);
    }

    private Map<String, List<ArrayNode>> rows(Question question) {
        Map<String, List<ArrayNode>> rows = new LinkedHashMap<>();
        GraphValues graph = new GraphValues(session.revision().dataset());
        for (String id : question.ids()) {
            rows.computeIfAbsent(id, thing -> question.properties().stream()
                    .map(property -> cell(graph, thing, property))
                    .toList());
        }
        return rows;
    }

    private ArrayNode cell(GraphValues graph, String thing, Wanted wanted) {
        ArrayNode cell = AnswerJson.JSON.arrayNode();
        if (wanted.iri().equals(Terms.LAT_LONG)) {
            session.revision()
                    .names()
                    .find(thing.strip())
                    .flatMap(NamedThing::position)
                    .ifPresent(
                            position -> cell.addObject().put("str", position.latitude() + "," + position.longitude()));
            return cell;
        }
        if (!isIri(thing) || !isIri(wanted.iri())) {
            return cell;
        }
        List<Node> all = graph.of(thing.strip(), wanted.iri());
        List<Node> chosen = wanted.allLanguages() ? all : values.inBestLanguage(all);
        chosen.stream()
                .limit(wanted.limit() == 0 ? Long.MAX_VALUE : wanted.limit())
                .map(values::of)
                .forEach(cell::add);
        return cell;
    }

    private static boolean isIri(String text) {
        return Identifiers.isAbsoluteIri(text.strip());
    }

    /** The properties by name; where all values are things of one type, with that. */
    private ArrayNode meta(Question question, Map<String, List<ArrayNode>> rows) {
        ArrayNode meta = AnswerJson.JSON.arrayNode();
        TermSuggestions terms = new TermSuggestions(session, json);
        for (int i = 0; i < question.properties().size(); i++) {
            int column = i;
            Wanted wanted = question.properties().get(i);
            ObjectNode property = meta.addObject();
            property.put("id", wanted.id());
            property.set("name", terms.property(wanted.iri()).path("name"));
            List<String> things = rows.values().stream()
                    .flatMap(cells -> cells.get(column).valueStream())
                    .map(value -> value.path("id").asText(""))
                    .distinct()
                    .toList();
            commonType(things).ifPresent(type -> property.set("type", json.named(type)));
        }
        return meta;
    }

    private Optional<String> commonType(List<String> things) {
        if (things.isEmpty() || things.contains("")) {
            return Optional.empty();
        }
        return ServedTypes.all().stream()
                .filter(type -> things.stream().allMatch(thing -> session.revision()
                        .names()
                        .find(thing)
                        .filter(known -> known.types().contains(type))
                        .isPresent()))
                .findFirst();
    }
}
