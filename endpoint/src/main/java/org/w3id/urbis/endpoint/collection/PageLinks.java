package org.w3id.urbis.endpoint.collection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.exchange.Parameters;

/**
 * The addresses of a page of a collection and of its neighbours.
 *
 * <p>All but the first go by a cursor, and so lead through the list of the revision that this page came from.
 */
final class PageLinks {
    private static final String REVISION = "revision";
    private static final Set<String> OF_THE_PLACE = Set.of(CollectionRequest.CURSOR, REVISION);

    private final String base;
    private final Map<String, List<String>> parameters;
    private final CollectionQuery query;
    private final long revision;
    private final int total;

    /**
     * Prepares addresses.
     *
     * @param base       address of the collection
     * @param parameters of the request
     * @param revision   number of the revision answered from
     * @param total      things in the whole list
     */
    PageLinks(String base, Parameters parameters, CollectionQuery query, long revision, int total) {
        this.base = base;
        this.parameters = parameters.values();
        this.query = query;
        this.revision = revision;
        this.total = total;
    }

    /** The list as a whole, wherever a page of it begins. */
    String collection() {
        return address(Map.of(), Set.of(REVISION, CollectionRequest.CURSOR, CollectionRequest.LIMIT, "format"));
    }

    /** The page itself. */
    String self() {
        return address(Map.of(), Set.of());
    }

    /** The same page for readers of any language. */
    String inAnyLanguage() {
        return address(Map.of(), Set.of("lang"));
    }

    /** The same page in another form. */
    String as(String format) {
        return address(Map.of("format", format), Set.of("format"));
    }

    /** The pages there are around it: {@code first}, {@code previous}, {@code next}, {@code last}, as far as there are. */
    Map<String, String> neighbours() {
        Map<String, String> links = new LinkedHashMap<>();
        int offset = query.offset();
        links.put("first", first());
        if (offset > 0) {
            links.put("previous", at(Math.max(0, offset - query.limit())));
        }
        if (offset + query.limit() < total) {
            links.put("next", at(offset + query.limit()));
        }
        links.put("last", at(total == 0 ? 0 : (total - 1) / query.limit() * query.limit()));
        return links;
    }

    /** The same as a header by RFC 8288. */
    String header() {
        return neighbours().entrySet().stream()
                .map(link -> "<" + link.getValue() + ">; rel=\""
                        + (link.getKey().equals("previous") ? "prev" : link.getKey()) + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Where the list begins; in the same revision, if the request holds on to one. */
    private String first() {
        boolean isPinned = query.cursor().isPresent() || parameters.containsKey(REVISION);
        return address(isPinned ? Map.of(REVISION, Long.toString(revision)) : Map.of(), OF_THE_PLACE);
    }

    private String at(int offset) {
        return address(
                Map.of(
                        CollectionRequest.CURSOR,
                        Cursor.of(revision, offset, query).text()),
                OF_THE_PLACE);
    }

    /** The address with a filter set or, without a value, taken away; from the beginning of the list. */
    String with(String name, String value) {
        Set<String> without = Set.of(name, CollectionRequest.CURSOR);
        return value.isEmpty() ? address(Map.of(), without) : address(Map.of(name, value), without);
    }

    private String address(Map<String, String> set, Set<String> without) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (!without.contains(name) && !set.containsKey(name)) {
                values.forEach(value -> pairs.add(pair(name, value)));
            }
        });
        set.forEach((name, value) -> pairs.add(pair(name, value)));
        return pairs.isEmpty() ? base : base + "?" + String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
