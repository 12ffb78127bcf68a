package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3id.urbis.shapes.Spelling;

/**
 * Finds misspelt keywords of JSON-LD, which every reader has to pass over without a word, and what they say with them.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#syntax-tokens-and-keywords">JSON-LD 1.1, section 1.7</a>
 */
final class JsonKeywords {

    private static final Set<String> KNOWN = Set.of(
            "@base",
            "@container",
            "@context",
            "@direction",
            "@graph",
            "@id",
            "@import",
            "@included",
            "@index",
            "@json",
            "@language",
            "@list",
            "@nest",
            "@none",
            "@prefix",
            "@propagate",
            "@protected",
            "@reverse",
            "@set",
            "@type",
            "@value",
            "@version",
            "@vocab");
    private static final Pattern KEY = Pattern.compile("\"(@[a-zA-Z]+)\"\\s*:");

    /** What this logger warns of is a finding here; a logger is forgotten, and its level with it, unless it is kept. */
    private static final Logger TITANIUM = Logger.getLogger("com.apicatalog.jsonld");

    static {
        TITANIUM.setLevel(Level.OFF);
    }

    private JsonKeywords() {}

    /** Reports each key that has the form of a keyword and is none. */
    static List<Finding> unknown(SourceText source) {
        return KEY.matcher(source.text())
                .results()
                .filter(key -> !KNOWN.contains(key.group(1)))
                .map(key -> finding(source, key))
                .toList();
    }

    private static Finding finding(SourceText source, MatchResult key) {
        String keyword = key.group(1);
        return Finding.of(
                        source.position(key.start()),
                        Severity.VIOLATION,
                        Check.SYNTAX,
                        Wording.of("json.keyword", "keyword", keyword))
                .with(Meant.of(Spelling.nearest(keyword, KNOWN).stream()
                                .<Parameter>map(near -> Wording.of("meant.quoted", "word", near))
                                .toList())
                        .map(Fix::saying));
    }
}
