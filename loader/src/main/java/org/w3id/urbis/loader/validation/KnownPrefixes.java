package org.w3id.urbis.loader.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.shapes.Vocabulary;

/** The prefixes that files of ours use, to be suggested where one is used and not declared. */
final class KnownPrefixes {

    private static final Pattern DECLARATION = Pattern.compile("(?m)^@prefix\\s+([\\w.-]+):\\s*<([^>\\s]+)>");

    private KnownPrefixes() {}

    /** Collects the prefixes of the vocabulary, and those of the shipped sources that it lacks. */
    static Map<String, String> of(Vocabulary vocabulary) {
        Map<String, String> prefixes =
                new HashMap<>(vocabulary.graph().getPrefixMapping().getNsPrefixMap());
        ResourceFolder sources = ResourceFolder.onClasspath("urbis/sources");
        for (String name : sources.names(".ttl")) {
            Matcher declaration = DECLARATION.matcher(sources.text(name));
            while (declaration.find()) {
                prefixes.putIfAbsent(declaration.group(1), declaration.group(2));
            }
        }
        return prefixes;
    }
}
