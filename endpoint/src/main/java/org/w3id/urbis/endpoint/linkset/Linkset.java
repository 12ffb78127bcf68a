package org.w3id.urbis.endpoint.linkset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.route.Signpost;

/**
 * Links, each from one of some resources.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9264">RFC 9264</a>
 */
final class Linkset {
    private final String origin;
    private final Map<String, List<Signpost>> contexts = new LinkedHashMap<>();

    /**
     * Makes an empty set.
     *
     * @param origin what paths are found under, without a slash at the end
     */
    Linkset(String origin) {
        this.origin = origin;
    }

    /**
     * Adds a link.
     *
     * @param anchor from where it leads: a path on this origin, or a whole address
     */
    Linkset add(String anchor, Signpost link) {
        contexts.computeIfAbsent(absolute(anchor), any -> new ArrayList<>()).add(link);
        return this;
    }

    /** The same for several links. */
    Linkset addAll(String anchor, List<Signpost> links) {
        links.forEach(link -> add(anchor, link));
        return this;
    }

    /**
     * Adds the forms that a description is to be had in: each describes it, and it is described by each.
     *
     * @param anchor where it is found in whichever form a client likes best
     * @param form   the address of one form
     */
    Linkset addForm(String anchor, String form, Representation representation) {
        boolean page = representation == Representation.HTML;
        add(anchor, new Signpost(form, page ? "alternate" : "describedby", representation.mediaType()));
        return add(form, new Signpost(anchor, "describes"));
    }

    /** The set as JSON. RFC 9264, section 4.2. */
    Map<String, Object> json() {
        List<Object> linkset = new ArrayList<>();
        contexts.forEach((anchor, links) -> {
            Map<String, List<Object>> byRelation = new LinkedHashMap<>();
            links.forEach(link -> byRelation
                    .computeIfAbsent(link.relation(), any -> new ArrayList<>())
                    .add(target(link)));
            Map<String, Object> context = new LinkedHashMap<>();
            context.put("anchor", anchor);
            context.putAll(byRelation);
            linkset.add(context);
        });
        return Map.of("linkset", linkset);
    }

    private Map<String, Object> target(Signpost link) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("href", absolute(link.target()));
        link.mediaType().ifPresent(type -> target.put("type", type));
        return target;
    }

    /** The set as the header Link would hold it, a link in each line. RFC 9264, section 4.1. */
    String text() {
        return contexts.entrySet().stream()
                .flatMap(context -> context.getValue().stream().map(link -> line(context.getKey(), link)))
                .collect(Collectors.joining(",\n", "", "\n"));
    }

    private String line(String anchor, Signpost link) {
        String line = "<" + absolute(link.target()) + ">; rel=\"" + link.relation() + "\"; anchor=\"" + anchor + "\"";
        return link.mediaType().map(type -> line + "; type=\"" + type + "\"").orElse(line);
    }

    private String absolute(String address) {
        return address.startsWith("/") ? origin + address : address;
    }
}
