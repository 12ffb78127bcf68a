package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;

/** Lays out those that refer to a thing, page by page; reads in a transaction of the caller's. */
public final class ReferencesPage {
    private static final int PER_PAGE = 100;

    private final DescriptionReader reader;
    private final Identifiers identifiers;
    private final Languages languages;

    /** Prepares to read and lay out. */
    public ReferencesPage(DescriptionReader reader, Identifiers identifiers, Languages languages) {
        this.reader = reader;
        this.identifiers = identifiers;
        this.languages = languages;
    }

    /**
     * Lays a page out; beyond the last one there is nothing on it.
     *
     * @param number of the page, from 1
     * @param path   where the thing is described on this origin
     */
    public ReferencesView of(Node thing, Node property, int number, String path) {
        List<Node> all = reader.referring(thing, property);
        int from = Math.min(all.size(), (number - 1) * PER_PAGE);
        List<Node> shown = all.subList(from, Math.min(all.size(), from + PER_PAGE));
        Map<Node, List<Quad>> names = new HashMap<>();
        List<Node> named = new ArrayList<>(shown);
        named.addAll(List.of(thing, property));
        for (Node node : named) {
            List<Quad> found = reader.names(node);
            if (!found.isEmpty()) {
                names.put(node, found);
            }
        }
        Wording wording = new Wording(names, identifiers, languages);
        Words words = wording.words();
        int last = Math.max(1, (all.size() + PER_PAGE - 1) / PER_PAGE);
        String address = path + (path.contains("?") ? "&" : "?") + "by=" + wording.encoded(property) + "&lang="
                + words.lang() + "&page=";
        String count = all.size() < DescriptionReader.MOST_COUNTED
                ? words.number(all.size())
                : words.get("count.moreThan", words.number(DescriptionReader.MOST_COUNTED - 1));
        return new ReferencesView(
                wording.link(thing),
                wording.link(property),
                count,
                shown.stream().map(wording::link).toList(),
                words.get("page.position", words.number(number), words.number(last)),
                number > 1 ? address + Math.min(last, number - 1) : "",
                number < last ? address + (number + 1) : "");
    }
}
