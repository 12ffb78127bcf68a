package org.w3id.urbis.loader.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * The prefixes that files of ours use, to be suggested where one is used and not declared.
 *
 * <p>Those of the shipped sources are looked up when a file gives a reason to: most declare every prefix as all do.
 */
final class KnownPrefixes {

    private static final Pattern DECLARATION = Pattern.compile("(?m)^@prefix\\s+([\\w.-]+):\\s*<([^>\\s]+)>");

    /** Begins the namespaces of things; the name of their kind, which is their prefix, follows. */
    private static final String THINGS = "https://w3id.org/urbis/id/";

    private final Map<String, String> own;
    private final boolean withSources;
    private Map<String, String> all;

    private KnownPrefixes(Map<String, String> own, boolean withSources) {
        this.own = own;
        this.withSources = withSources;
    }

    /** Knows the prefixes of the vocabulary, and those of the shipped sources that it lacks. */
    static KnownPrefixes of(Vocabulary vocabulary) {
        return new KnownPrefixes(
                Map.copyOf(vocabulary.graph().getPrefixMapping().getNsPrefixMap()), true);
    }

    /** Knows the given prefixes, with the IRI that each stands for. */
    static KnownPrefixes of(Map<String, String> prefixes) {
        return new KnownPrefixes(Map.copyOf(prefixes), false);
    }

    /** What a prefix usually stands for, where a declaration may differ from that; empty if nobody uses the prefix. */
    Optional<String> usual(String prefix, String declared) {
        return declared.equals(own.get(prefix)) || withSources && declared.equals(THINGS + prefix + "/")
                ? Optional.of(declared)
                : Optional.ofNullable(all().get(prefix));
    }

    /** All prefixes, with the IRI that each stands for. */
    synchronized Map<String, String> all() {
        if (all == null) {
            all = withSources ? withSources() : own;
        }
        return all;
    }

    private Map<String, String> withSources() {
        Map<String, String> prefixes = new HashMap<>(own);
        ResourceFolder sources = ResourceFolder.onClasspath("urbis/sources");
        for (String name : sources.names(".ttl")) {
            Matcher declaration = DECLARATION.matcher(sources.text(name));
            while (declaration.find()) {
                prefixes.putIfAbsent(declaration.group(1), declaration.group(2));
            }
        }
        return Map.copyOf(prefixes);
    }
}
