package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Tables to fill in.
 *
 * @param kinds one for each kind of things
 */
public record TemplatesView(List<Entry> kinds) {

    /**
     * A table.
     *
     * @param name  what the things are called
     * @param forms the table in each of its forms
     */
    public record Entry(Text name, List<Link> forms) {}
}
