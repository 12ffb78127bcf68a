package org.w3id.urbis.endpoint.collection;

import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.sparql.path.P_Link;
import org.w3id.urbis.endpoint.document.DocumentContext;
import org.w3id.urbis.endpoint.document.Member;

/**
 * The columns of each kind: what its things can be filtered by, they can be tabled by.
 *
 * <p>A column that is one property is called as the member of the JSON document is; others by the name of the filter.
 */
final class Columns {
    private final DocumentContext context;

    Columns(DocumentContext context) {
        this.context = context;
    }

    /** The columns of things with some filters, by name. */
    SortedMap<String, Column> of(Collection<Filter> filters) {
        SortedMap<String, Column> columns = new TreeMap<>();
        for (Filter filter : filters) {
            if (filter.bound() == Bound.EQUAL && filter.type() != FilterType.PRESENCE) {
                String name = name(filter);
                columns.put(name, new Column(name, filter.path(), filter.type()));
            }
        }
        columns.remove(Sort.NAME);
        return columns;
    }

    private String name(Filter filter) {
        return filter.path() instanceof P_Link link
                ? context.member(link.getNode()).map(Member::name).orElseGet(() -> camel(filter.subject()))
                : camel(filter.subject());
    }

    /** {@code member-count} as {@code memberCount}. */
    static String camel(String dashed) {
        StringBuilder camel = new StringBuilder();
        for (String word : dashed.split("-")) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
