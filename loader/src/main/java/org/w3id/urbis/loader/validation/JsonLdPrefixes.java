package org.w3id.urbis.loader.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.w3id.urbis.loader.validation.Fix.Replacement;
import org.w3id.urbis.shapes.Spelling;

/**
 * Finds prefixes that no context declares. To JSON-LD they are schemes of IRIs; where one is the usual prefix of something,
 * or nearly so, nobody meant that.
 */
final class JsonLdPrefixes {

    /** Schemes that identifiers do have, of those near to a prefix of ours or likely in data. */
    private static final Set<String> SCHEMES = Set.of(
            "http", "https", "urn", "mailto", "tel", "ftp", "geo", "info", "tag", "file", "data", "did", "doi", "ark");

    private final Map<String, String> known;
    private final Set<String> candidates;
    private final JsonLdTerms terms;
    private final SourceText source;
    private final Consumer<Finding> faults;
    private final Set<String> told = new HashSet<>();

    JsonLdPrefixes(Map<String, String> known, JsonLdTerms terms, SourceText source, Consumer<Finding> faults) {
        this.known = known;
        this.candidates = new TreeSet<>(known.keySet());
        this.candidates.addAll(terms.names());
        this.terms = terms;
        this.source = source;
        this.faults = faults;
    }

    /** Returns an IRI as it was meant, and tells, once for each prefix, if it is written with one that is not declared. */
    String expanded(String iri, Position at) {
        String prefix = iri.substring(0, iri.indexOf(':'));
        if (SCHEMES.contains(prefix) || terms.names().contains(prefix) || iri.startsWith("//", prefix.length() + 1)) {
            return iri;
        }
        List<String> meant = known.containsKey(prefix) ? List.of(prefix) : Spelling.nearest(prefix, candidates);
        if (meant.isEmpty()) {
            return iri;
        }
        if (told.add(prefix)) {
            tell(prefix, meant, at);
        }
        String namespace = known.get(meant.getFirst());
        return meant.size() > 1 || namespace == null ? iri : namespace + iri.substring(prefix.length() + 1);
    }

    private void tell(String prefix, List<String> meant, Position at) {
        Finding finding = Finding.of(
                at, Severity.VIOLATION, Check.UNDEFINED_PREFIX, Wording.of("prefix.undefined", "prefix", prefix));
        faults.accept(finding.with(fix(prefix, meant, at)));
    }

    private Fix fix(String prefix, List<String> meant, Position at) {
        if (meant.equals(List.of(prefix))) {
            return Fix.saying(Wording.of("json.add-prefix", "prefix", prefix, "iri", known.get(prefix)));
        }
        Wording words = Meant.of(meant.stream()
                        .<Parameter>map(near -> Wording.of("meant.quoted", "word", near + ":"))
                        .toList())
                .orElseThrow();
        int name = source.offset(at.line(), at.column()) + 1;
        boolean isThere = source.text().startsWith(prefix + ":", name);
        return meant.size() == 1 && isThere
                ? Fix.changing(words, Replacement.of(source.stretch(name, name + prefix.length()), meant.getFirst()))
                : Fix.saying(words);
    }
}
