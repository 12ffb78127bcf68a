package org.w3id.urbis.endpoint.collection;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What readers of a list ask for first, by the word of its kind: what to narrow it by, and what to see of each thing. */
final class Favourites {
    private static final Map<String, List<String>> FACETS = Map.ofEntries(
            Map.entry("network", List.of("country", "theme", "framework", "geographic-scope", "organization-kind")),
            Map.entry("city", List.of("country", "within", "member-of")),
            Map.entry("government", List.of("country", "member-of")),
            Map.entry("agency", List.of("theme", "framework", "country", "member-of")),
            Map.entry("organization", List.of("organization-kind", "country", "theme", "framework", "member-of")),
            Map.entry(
                    "commitment",
                    List.of("commitment-kind", "framework", "theme", "measure", "committed-by", "status", "country")),
            Map.entry("framework", List.of("framework-kind", "part-of")),
            Map.entry("framework-element", List.of("framework", "broader")),
            Map.entry("activity", List.of("activity-kind", "carried-out-by", "theme", "framework")),
            Map.entry("event", List.of("country", "organized-by", "theme")),
            Map.entry("person", List.of("organization", "affiliation")),
            Map.entry("note", List.of("note-kind", "document")));

    private static final Map<String, List<String>> COLUMNS = Map.ofEntries(
            Map.entry("network", List.of("seat", "founded", "memberCount", "theme")),
            Map.entry("city", List.of("country", "population", "memberOf")),
            Map.entry("government", List.of("governs", "country", "memberOf")),
            Map.entry("agency", List.of("abbreviation", "seat", "theme")),
            Map.entry("organization", List.of("organizationKind", "seat", "founded")),
            Map.entry("commitment", List.of("committedBy", "deadline", "commitmentKind", "status")),
            Map.entry("framework", List.of("frameworkKind", "adopted", "entryIntoForce")),
            Map.entry("framework-element", List.of("notation", "framework")),
            Map.entry("activity", List.of("activityKind", "carriedOutBy", "startDate")),
            Map.entry("event", List.of("startDate", "location", "organizedBy")));

    /** Kinds of which it makes sense to set some side by side. */
    private static final Set<String> COMPARED =
            Set.of("network", "agency", "organization", "city", "government", "framework", "commitment");

    private Favourites() {}

    /** Subjects of filters, the first first; none for kinds of which nobody knows. */
    static List<String> facets(Kind kind) {
        return FACETS.getOrDefault(kind.word(), List.of());
    }

    /** Names of columns, the first first; none for kinds of which nobody knows. */
    static List<String> columns(Kind kind) {
        return COLUMNS.getOrDefault(kind.word(), List.of());
    }

    /** The place of a name among the favourites; after them for all others. */
    static int place(List<String> first, String name) {
        int place = first.indexOf(name);
        return place < 0 ? first.size() : place;
    }

    /** Whether things of a kind are compared with each other. */
    static boolean isCompared(Kind kind) {
        return COMPARED.contains(kind.word());
    }
}
