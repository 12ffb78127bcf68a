package org.w3id.urbis.endpoint.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/** Which questions of the catalogue use which terms. */
final class QuestionTerms {
    private static final Pattern IRI = Pattern.compile("<([^<>\\s]+)>");

    private final Map<String, List<CatalogueQuery>> byTerm = new HashMap<>();

    /** Looks through a catalogue once. */
    QuestionTerms(QueryCatalogue catalogue) {
        for (CatalogueQuery query : catalogue.queries()) {
            terms(query.query()).forEach(term -> byTerm.computeIfAbsent(term, any -> new ArrayList<>())
                    .add(query));
        }
    }

    /** The questions that use a term, in the order of the catalogue. */
    List<CatalogueQuery> using(Node term) {
        return byTerm.getOrDefault(term.getURI(), List.of());
    }

    /** Written without prefixes, a query holds each term in angle brackets, in patterns, paths and expressions alike. */
    private static Set<String> terms(Query query) {
        Query plain = query.cloneQuery();
        plain.getPrefixMapping().clearNsPrefixMap();
        Set<String> terms = new HashSet<>();
        Matcher found = IRI.matcher(plain.serialize());
        while (found.find()) {
            terms.add(found.group(1));
        }
        return terms;
    }
}
