package org.w3id.urbis.endpoint.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.ObsoleteTerm;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Representation;

/**
 * The links of a description: by what to cite the thing, what it is, which lists it is in, where the same stands in other
 * forms, under which licence, where all links stand together.
 *
 * @param links in their order
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 * @see <a href="https://signposting.org/FAIR/">Signposting the Scholarly Web, FAIR</a>
 */
public record Signposts(List<Signpost> links) {
    /** What the path of a set of links begins with; the path of what they are about follows. */
    public static final String LINKSET = "/linkset";

    private static final String SCHEMA = "https://schema.org/";
    private static final String PAGE = SCHEMA + "AboutPage";

    /** Copies the list. */
    public Signposts {
        links = List.copyOf(links);
    }

    /**
     * Makes the links.
     *
     * @param path   where the thing is described on this origin, without suffix
     * @param form   the form that is sent
     * @param offers all forms there are
     * @param collections the path of the collection of a class; empty if it has none
     */
    static Signposts of(
            Description description,
            String path,
            Representation form,
            List<Representation> offers,
            Function<Node, Optional<String>> collections) {
        String iri = Identifiers.uri(description.thing().getURI());
        List<Signpost> links = new ArrayList<>();
        links.add(new Signpost(iri, "cite-as"));
        if (form == Representation.HTML) {
            if (!path.startsWith("/resource?")) {
                links.add(new Signpost(iri, "canonical"));
            }
            links.add(new Signpost(PAGE, "type"));
        }
        links.addAll(about(description, collections));
        for (Representation other : offers) {
            String address = address(path, other);
            links.add(new Signpost(address, "alternate", other.mediaType()));
            if (other == Representation.JSON_LD) {
                links.add(new Signpost(address, "describedby", other.mediaType()));
            }
        }
        Representation.LINKSETS.forEach(other -> links.add(new Signpost(LINKSET + path, "linkset", other.mediaType())));
        return new Signposts(links);
    }

    /**
     * The links that are about the thing, in whatever form it is described: what it is, which lists it is in, its licences,
     * what took its place.
     *
     * @param collections the path of the collection of a class; empty if it has none
     */
    public static List<Signpost> about(Description description, Function<Node, Optional<String>> collections) {
        List<Signpost> links = new ArrayList<>();
        List<Quad> facts = description.facts().getOrDefault(description.thing(), List.of());
        facts.stream()
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE))
                .map(Quad::getObject)
                .filter(type -> type.isURI() && type.getURI().startsWith(SCHEMA))
                .map(Node::getURI)
                .distinct()
                .sorted()
                .forEach(type -> links.add(new Signpost(type, "type")));
        facts.stream()
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE))
                .map(quad -> collections.apply(quad.getObject()))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .forEach(list -> links.add(new Signpost(list, "collection")));
        facts.stream()
                .flatMap(quad -> description.places().get(quad.getGraph()).licenses().stream())
                .map(Node::getURI)
                .distinct()
                .sorted()
                .forEach(license -> links.add(new Signpost(license, "license")));
        ObsoleteTerm.of(description).stream()
                .flatMap(term -> term.successors().stream())
                .forEach(
                        successor -> links.add(new Signpost(Identifiers.uri(successor.getURI()), "successor-version")));
        return links;
    }

    /** The value of the header Link. */
    String header() {
        return links.stream().map(Signpost::header).collect(Collectors.joining(", "));
    }

    /** The address of a description in one form. */
    public static String address(String path, Representation form) {
        return path.startsWith("/resource?") ? path + "&format=" + form.suffix() : path + "." + form.suffix();
    }
}
