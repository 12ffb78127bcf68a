package org.w3id.urbis.endpoint.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.queries.Audience;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.Parameter;
import org.w3id.urbis.queries.QuestionWords;

/** The catalogue as JSON: what each question asks, what can be filled in, and where it is answered. */
final class CatalogueDocument {
    /** Longer lists are found at their collection. */
    private static final int MOST_ALLOWED = 100;

    private final KnownValues known;
    private final Function<Node, Optional<String>> collections;
    private final String baseIri;

    /**
     * Prepares documents.
     *
     * @param known       which things parameters may name
     * @param collections the path of the collection of a class or code list
     * @param baseIri     what our IRIs begin with
     */
    CatalogueDocument(KnownValues known, Function<Node, Optional<String>> collections, String baseIri) {
        this.known = known;
        this.collections = collections;
        this.baseIri = baseIri;
    }

    /**
     * Makes the document.
     *
     * @param queries   the questions of the list
     * @param origin    address of this server, without a slash at the end
     * @param revision  whose things parameters may name
     * @param languages in which to name them
     */
    Map<String, Object> of(List<CatalogueQuery> queries, String origin, RevisionLease revision, Languages languages) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "Questions that are ready to be asked");
        document.put("total", queries.size());
        document.put(
                "queries",
                queries.stream()
                        .map(query -> entry(query, origin, revision, languages))
                        .toList());
        document.put(
                "links",
                List.of(
                        link(origin + "/queries", "self", "application/json"),
                        link(origin + "/queries?format=html", "alternate", "text/html"),
                        link(origin + "/queries?format=ttl", "alternate", "text/turtle"),
                        link(
                                origin + "/openapi.json",
                                "service-desc",
                                "application/vnd.oai.openapi+json;version=3.1")));
        return document;
    }

    private Map<String, Object> entry(
            CatalogueQuery query, String origin, RevisionLease revision, Languages languages) {
        String address = origin + "/queries/" + query.name();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", baseIri + "queries/" + query.name());
        entry.put("name", query.name());
        QuestionWords words = QuestionWords.of(languages.first());
        entry.put("summary", words.summary(query).text());
        entry.put("question", words.question(query).text());
        entry.put("language", words.question(query).lang());
        entry.put("tags", query.tags());
        entry.put("audience", query.audiences().stream().map(Audience::word).toList());
        Query parsed = query.query();
        if (query.isFederated()) {
            entry.put("federatesWith", List.copyOf(query.federates()));
        }
        entry.put("form", parsed.queryType().name().toLowerCase(Locale.ROOT));
        if (parsed.isSelectType()) {
            entry.put("columns", parsed.getResultVars());
        }
        entry.put(
                "parameters",
                query.parameters().stream()
                        .map(parameter -> parameter(parameter, origin, revision, languages))
                        .toList());
        List<Object> links = new ArrayList<>();
        forms(parsed.queryType())
                .forEach(form -> links.add(link(address + "?format=" + form.suffix(), rel(form), form.mediaType())));
        links.add(link(address + ".rq", "describedby", Representation.QUERY.mediaType()));
        entry.put("href", address);
        entry.put("links", links);
        return entry;
    }

    /** The page is for people to look at; all other forms are the answer. */
    private static String rel(Representation form) {
        return form == Representation.HTML ? "alternate" : "item";
    }

    private Map<String, Object> parameter(
            Parameter parameter, String origin, RevisionLease revision, Languages languages) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", parameter.name());
        described.put(
                "description",
                QuestionWords.of(languages.first()).parameter(parameter).text());
        described.put("type", parameter.type().word());
        described.put("takes", parameter.type().example());
        described.put("several", parameter.several());
        described.put("required", parameter.defaults().isEmpty());
        List<Object> defaults =
                parameter.defaults().stream().map(CatalogueOperations::value).toList();
        if (!defaults.isEmpty()) {
            described.put("default", parameter.several() ? defaults : defaults.getFirst());
        }
        if (!parameter.kinds().isEmpty()) {
            described.put("kinds", parameter.kinds().stream().map(Node::getURI).toList());
            List<String> lists = parameter.kinds().stream()
                    .map(collections)
                    .flatMap(Optional::stream)
                    .map(path -> origin + path)
                    .toList();
            described.put("collections", lists);
            KnownValues.Listed members = known.list(revision, parameter.kinds(), languages);
            if (members.whole() && members.values().size() <= MOST_ALLOWED) {
                described.put(
                        "allowed",
                        members.values().stream()
                                .map(CatalogueDocument::allowed)
                                .toList());
            }
        }
        return described;
    }

    private static Map<String, Object> allowed(KnownValues.Value value) {
        Map<String, Object> allowed = new LinkedHashMap<>();
        allowed.put("value", value.iri());
        allowed.put("name", value.name().value());
        return allowed;
    }

    /** What a question is answered in, best first. */
    static List<Representation> forms(QueryType type) {
        List<Representation> forms = new ArrayList<>(
                type == QueryType.SELECT || type == QueryType.ASK ? Representation.RESULTS : Representation.GRAPHS);
        forms.add(Representation.HTML);
        return forms;
    }

    private static Map<String, Object> link(String href, String rel, String type) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("href", href);
        link.put("rel", rel);
        link.put("type", type);
        return link;
    }
}
