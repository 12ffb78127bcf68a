package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NamedThing;

/** Writes candidates, types and suggestions as JSON. Version 1.0 adds the language of each name and the name of each feature. */
final class AnswerJson {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ProtocolVersion version;
    private final Naming naming;

    AnswerJson(ProtocolVersion version, Naming naming) {
        this.version = version;
        this.naming = naming;
    }

    /** The results of a batch of version 0.2, each under the key of its query. */
    ObjectNode keyed(Map<String, List<Candidate>> results) {
        ObjectNode answer = JSON.objectNode();
        results.forEach((key, candidates) -> answer.putObject(key).set("result", candidates(candidates)));
        return answer;
    }

    /** The results of a batch of version 1.0, in the order of the queries. */
    ObjectNode listed(List<List<Candidate>> results) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode list = answer.putArray("results");
        results.forEach(candidates -> list.addObject().set("candidates", candidates(candidates)));
        return answer;
    }

    private ArrayNode candidates(List<Candidate> candidates) {
        ArrayNode list = JSON.arrayNode();
        candidates.forEach(candidate -> list.add(candidate(candidate)));
        return list;
    }

    private ObjectNode candidate(Candidate candidate) {
        ObjectNode node = thing(candidate.thing());
        node.set("type", types(candidate.thing()));
        node.put("score", candidate.score());
        ArrayNode features = node.putArray("features");
        candidate.features().forEach(feature -> features.add(feature(feature)));
        node.put("match", candidate.match());
        return node;
    }

    private ObjectNode feature(Feature feature) {
        ObjectNode node = JSON.objectNode();
        node.put("id", feature.kind().id());
        if (version == ProtocolVersion.DRAFT) {
            node.put("name", feature.kind().title());
        }
        switch (feature.value()) {
            case Boolean truth -> node.put("value", truth);
            case Double number -> node.put("value", number);
            default -> node.put("value", ((Number) feature.value()).longValue());
        }
        return node;
    }

    /** Id, name and description of a thing. */
    ObjectNode thing(NamedThing thing) {
        Name name = naming.of(thing);
        ObjectNode node = named(thing.iri(), name);
        String description = naming.description(thing);
        if (!description.isEmpty()) {
            node.put("description", description);
            // The language that is told holds for all texts of the object, and may be that of the name alone.
            if (!name.language().equals(naming.language())) {
                node.remove(List.of("lang", "dir"));
            }
        }
        return node;
    }

    /** The served types of a thing. */
    ArrayNode types(NamedThing thing) {
        ArrayNode types = JSON.arrayNode();
        ServedTypes.of(thing.types()).forEach(type -> types.add(named(type, naming.of(type))));
        return types;
    }

    /** A type with the one above it. */
    ObjectNode type(String type) {
        ObjectNode node = named(type, naming.of(type));
        ServedTypes.broader(type)
                .ifPresent(broader -> node.putArray("broader").add(named(broader, naming.of(broader))));
        return node;
    }

    /** Id and name of whatever has an IRI. */
    ObjectNode named(String iri) {
        return named(iri, naming.of(iri));
    }

    private ObjectNode named(String id, Name name) {
        ObjectNode node = JSON.objectNode();
        node.put("id", id);
        node.put("name", name.text());
        language(node, name.language());
        return node;
    }

    /** Says in which language the texts of an object are, where the version has a word for it. */
    void language(ObjectNode node, String language) {
        if (version == ProtocolVersion.DRAFT && !language.isEmpty()) {
            node.put("lang", language);
            node.put("dir", Languages.direction(language));
        }
    }
}
