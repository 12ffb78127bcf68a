package org.w3id.urbis.loader.validation;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the contexts of a JSON-LD document call things: all of them together, wherever in the document they hold. That is
 * enough to find a place, and not to tell what a document says.
 */
final class JsonLdTerms {

    private static final Set<String> KEYED = Set.of("@language", "@index", "@id", "@type");

    private final Function<String, Optional<JsonObject>> contexts;
    private final Map<String, Set<String>> meanings = new HashMap<>();
    private final Set<String> maps = new HashSet<>();
    private final Set<String> raw = new HashSet<>();
    private boolean vocabulary;

    /**
     * Collects the terms of a document.
     *
     * @param contexts finds contexts that are named
     */
    JsonLdTerms(JsonValue document, Function<String, Optional<JsonObject>> contexts) {
        this.contexts = contexts;
        collect(document);
    }

    /** Whether a key stands for a keyword, or is it. */
    boolean means(String key, String keyword) {
        return key.equals(keyword) || meanings.getOrDefault(key, Set.of()).contains(keyword);
    }

    /** Whether a key is a prefix, or a term, for this very IRI. */
    boolean stands(String key, String iri) {
        return meanings.getOrDefault(key, Set.of()).equals(Set.of(iri));
    }

    /** Whether a property may have been written as a key, or an IRI as a value. */
    boolean mayBe(String written, String iri) {
        return written.equals(iri)
                || meanings.getOrDefault(written, Set.of()).stream().anyMatch(meaning -> ends(meaning, iri))
                || ends(written, iri);
    }

    private static boolean ends(String written, String iri) {
        String local = written.substring(written.indexOf(':') + 1);
        return !local.isEmpty() && iri.endsWith(local);
    }

    /** Whether the keys of a term's value are no properties, but languages, identifiers or the like. */
    boolean isMap(String term) {
        return maps.contains(term);
    }

    /** Whether a term's value is JSON that is kept as it is. */
    boolean isRaw(String term) {
        return raw.contains(term);
    }

    /** Whether a key says something: readers pass over one that no context knows without a word. */
    boolean isKnown(String key) {
        return vocabulary || meanings.containsKey(key) || key.startsWith("@") || key.indexOf(':') >= 0;
    }

    /** The prefixes and terms there are. */
    Collection<String> names() {
        return new TreeSet<>(meanings.keySet());
    }

    private void collect(JsonValue value) {
        switch (value) {
            case JsonArray array -> array.forEach(this::collect);
            case JsonObject object ->
                object.forEach((key, member) -> {
                    if (key.equals("@context")) {
                        context(member);
                    } else {
                        collect(member);
                    }
                });
            default -> {
                // Nothing is defined here.
            }
        }
    }

    private void context(JsonValue context) {
        switch (context) {
            case JsonArray array -> array.forEach(this::context);
            case JsonString named -> named(named.getString());
            case JsonObject object -> object.forEach(this::term);
            default -> {
                // null, which takes back what was defined.
            }
        }
    }

    /** A context that is not there may know every key. */
    private void named(String context) {
        contexts.apply(context).ifPresentOrElse(this::collect, () -> vocabulary = true);
    }

    private void term(String term, JsonValue definition) {
        if (term.equals("@vocab")) {
            vocabulary = true;
        } else if (term.equals("@import") && definition instanceof JsonString named) {
            named(named.getString());
        } else if (!term.startsWith("@")) {
            Set<String> meaning = meanings.computeIfAbsent(term, any -> new HashSet<>());
            if (definition instanceof JsonString iri) {
                meaning.add(iri.getString());
            } else if (definition instanceof JsonObject object) {
                defined(term, meaning, object);
            }
        }
    }

    private void defined(String term, Set<String> meaning, JsonObject definition) {
        for (String by : Set.of("@id", "@reverse")) {
            if (definition.get(by) instanceof JsonString iri) {
                meaning.add(iri.getString());
            }
        }
        if (definition.get("@type") instanceof JsonString type
                && type.getString().equals("@json")) {
            raw.add(term);
        }
        JsonValue container = definition.getOrDefault("@container", JsonValue.NULL);
        if (KEYED.stream().anyMatch(keyword -> container.toString().contains("\"" + keyword + "\""))) {
            maps.add(term);
        }
        collect(definition);
    }
}
