package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/**
 * The table of filters: for each kind the parameters that things of it can be filtered by.
 *
 * <p>Two rows of subjects make it: what the shapes name ({@link ShapeSubjects}) and what is declared beside them
 * ({@link DeclaredSubjects}); narrower classes take what wider ones have. Each subject gives one filter, or with dates and
 * numbers three. Requests are read by this table and {@code /openapi} is written from it.
 */
final class Filters {
    private static final String AREAS = "http://metadata.un.org/sdg/codes/geoArea/";

    /** A thing of each space that the shipped graph knows; code lists give their first code. */
    private static final Map<String, String> EXAMPLES = Map.of(
            AREAS,
            "KE",
            Urbis.ID + "network/",
            "c40",
            Urbis.ID + "framework/",
            "sdg",
            Urbis.ID + "document/",
            "city-networks-directory-2021",
            Urbis.ID + "source/",
            "city-networks-directory-2021",
            Urbis.ID + "city/",
            "paris",
            Urbis.ID + "event/",
            "habitat-iii",
            Urbis.ID + "person/",
            "davor-meerman",
            Urbis.ID + "post/",
            "uil-director");

    private static final Map<String, String> EXAMPLE_KEYS = Map.ofEntries(
            Map.entry("activity", "aimf-political-capacity"),
            Map.entry("agency", "un-habitat"),
            Map.entry("article", "paris-agreement/article/7"),
            Map.entry("body", "c40-steering-committee"),
            Map.entry("city", "paris"),
            Map.entry("code-list", "theme"),
            Map.entry("commitment", "c40-halve-emissions"),
            Map.entry("country", "KE"),
            Map.entry("document", "city-networks-directory-2021"),
            Map.entry("event", "habitat-iii"),
            Map.entry("framework", "paris-agreement"),
            Map.entry("framework-element", "sdg/11.2"),
            Map.entry("goal", "sdg/11"),
            Map.entry("government", "almaty"),
            Map.entry("group", "c40-member-cities"),
            Map.entry("indicator", "sdg/C010101"),
            Map.entry("membership", "c40-steering-committee-mayors"),
            Map.entry("network", "c40"),
            Map.entry("note", "addis-ababa-adoption-day"),
            Map.entry("organization", "c40"),
            Map.entry("participation", "building-urban-economic-resilience-eclac"),
            Map.entry("partnership", "aimf-gates-foundation-2017"),
            Map.entry("person", "davor-meerman"),
            Map.entry("place", "medina-of-tunis"),
            Map.entry("plan", "cities-alliance-strategic-plan-2022-2025"),
            Map.entry("post", "uil-director"),
            Map.entry("priority", "sendai/priority/1"),
            Map.entry("programme", "accelicity"),
            Map.entry("project", "arts-of-democracy"),
            Map.entry("region", "002"),
            Map.entry("source", "city-networks-directory-2021"),
            Map.entry("source-graph", "framework/paris-agreement"),
            Map.entry("target", "sdg/11.2"),
            Map.entry("tenure", "davor-meerman-oasc-ceo"));

    private final ShapeSubjects shapes;
    private final Map<String, SortedMap<String, Filter>> byKind = new HashMap<>();
    private final Map<String, String> firstCodes = new TreeMap<>();

    /** Makes the table for some kinds. */
    Filters(SchemaGraphs graphs, Kinds kinds) {
        this.shapes = new ShapeSubjects(graphs);
        collectCodes(graphs.ontology());
        kinds.all().forEach(kind -> byKind.put(kind.plural(), filters(kind)));
    }

    private void collectCodes(Graph ontology) {
        ontology.find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEachRemaining(code -> {
                    int end = code.getURI().lastIndexOf('/') + 1;
                    firstCodes.merge(
                            code.getURI().substring(0, end),
                            code.getURI().substring(end),
                            (one, other) -> one.compareTo(other) < 0 ? one : other);
                });
    }

    /** The filters of a kind by name. */
    SortedMap<String, Filter> of(Kind kind) {
        return byKind.get(kind.plural());
    }

    private SortedMap<String, Filter> filters(Kind kind) {
        Map<String, Subject> subjects = new TreeMap<>();
        DeclaredSubjects.everywhere().forEach(subject -> subjects.put(subject.name(), subject));
        List<Node> widestFirst = new ArrayList<>(kind.classes());
        Collections.reverse(widestFirst);
        widestFirst.forEach(type -> shapes.of(type).forEach(subject -> subjects.put(subject.name(), subject)));
        widestFirst.forEach(
                type -> DeclaredSubjects.of(type).forEach(subject -> subjects.put(subject.name(), subject)));
        SortedMap<String, Filter> filters = new TreeMap<>();
        subjects.values().forEach(subject -> filters(subject).forEach(filter -> filters.put(filter.name(), filter)));
        return filters;
    }

    private Collection<Filter> filters(Subject subject) {
        List<Bound> bounds =
                switch (subject.type()) {
                    case DATE -> List.of(Bound.EQUAL, Bound.AFTER, Bound.BEFORE);
                    case NUMBER -> List.of(Bound.EQUAL, Bound.LEAST, Bound.MOST);
                    default -> List.of(Bound.EQUAL);
                };
        return bounds.stream()
                .map(bound -> new Filter(
                        subject.name() + bound.suffix(),
                        subject.name(),
                        subject.path(),
                        subject.type(),
                        bound,
                        subject.spaces(),
                        subject.description() + " " + how(subject.type(), bound),
                        example(subject),
                        shapes.isObsolete(subject.path())))
                .toList();
    }

    private static String how(FilterType type, Bound bound) {
        return switch (bound) {
            case AFTER -> "Begins on the first of the days given or later.";
            case BEFORE -> "Ends on the last of the days given or earlier.";
            case LEAST -> "At least this.";
            case MOST -> "At most this.";
            case EQUAL ->
                switch (type) {
                    case THING -> "An IRI, a key, a code or a whole name; given several times, any of them.";
                    case WORDS ->
                        "Words found in it, whatever their case and accents; given several times, any of them.";
                    case NUMBER -> "Exactly this; given several times, any of them.";
                    case DATE -> "A year, month or day; it lies in there. Given several times, any of them.";
                    case PRESENCE -> "`true` or `false`.";
                };
        };
    }

    private String example(Subject subject) {
        return switch (subject.type()) {
            case DATE -> "2030";
            case NUMBER -> "40";
            case WORDS -> "climate";
            case PRESENCE -> "true";
            case THING ->
                Stream.concat(Stream.of(AREAS).filter(subject.spaces()::contains), subject.spaces().stream())
                        .map(space -> EXAMPLES.getOrDefault(space, firstCodes.getOrDefault(space, "")))
                        .filter(example -> !example.isEmpty())
                        .findFirst()
                        .orElse("https://w3id.org/urbis/id/network/c40");
        };
    }

    /** The key of a thing of a kind that the shipped graph knows; empty where keys are made of what a thing holds. */
    Optional<String> example(Kind kind) {
        return Optional.ofNullable(EXAMPLE_KEYS.get(kind.word()))
                .or(() -> Optional.ofNullable(firstCodes.get(Urbis.ID + kind.word() + "/")));
    }
}
