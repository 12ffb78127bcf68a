package org.w3id.urbis.endpoint.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Representation;

/**
 * The links of a description for the header Link: by what to cite the thing, what it is, which lists it is in, where the same stands in
 * other forms, under which licence.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 * @see <a href="https://signposting.org/FAIR/">Signposting the Scholarly Web, FAIR</a>
 */
final class Signposts {
    private static final String SCHEMA = "https://schema.org/";
    private static final String PAGE = SCHEMA + "AboutPage";

    private final List<String> links = new ArrayList<>();

    private Signposts() {}

    /**
     * Makes the links.
     *
     * @param path   where the thing is described on this origin, without suffix
     * @param form   the form that is sent
     * @param offers all forms there are
     * @param collections the path of the collection of a class; empty if it has none
     */
    static String of(
            Description description,
            String path,
            Representation form,
            List<Representation> offers,
            Function<Node, Optional<String>> collections) {
        Signposts signposts = new Signposts();
        String iri = Identifiers.uri(description.thing().getURI());
        signposts.add(iri, "cite-as");
        if (form == Representation.HTML) {
            if (!path.startsWith("/resource?")) {
                signposts.add(iri, "canonical");
            }
            signposts.add(PAGE, "type");
        }
        signposts.addTypes(description);
        signposts.addCollections(description, collections);
        signposts.addLicenses(description);
        for (Representation other : offers) {
            String address = address(path, other);
            signposts.add(address, "alternate", other);
            if (other == Representation.JSON_LD) {
                signposts.add(address, "describedby", other);
            }
        }
        return String.join(", ", signposts.links);
    }

    /** The address of a description in one form. */
    static String address(String path, Representation form) {
        return path.startsWith("/resource?") ? path + "&format=" + form.suffix() : path + "." + form.suffix();
    }

    private void addTypes(Description description) {
        description.facts().getOrDefault(description.thing(), List.of()).stream()
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE))
                .map(Quad::getObject)
                .filter(type -> type.isURI() && type.getURI().startsWith(SCHEMA))
                .map(Node::getURI)
                .distinct()
                .sorted()
                .forEach(type -> add(type, "type"));
    }

    private void addCollections(Description description, Function<Node, Optional<String>> collections) {
        description.facts().getOrDefault(description.thing(), List.of()).stream()
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE))
                .map(quad -> collections.apply(quad.getObject()))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .forEach(path -> add(path, "collection"));
    }

    private void addLicenses(Description description) {
        description.facts().getOrDefault(description.thing(), List.of()).stream()
                .flatMap(quad -> description.places().get(quad.getGraph()).licenses().stream())
                .map(Node::getURI)
                .distinct()
                .sorted()
                .forEach(license -> add(license, "license"));
    }

    private void add(String target, String relation) {
        links.add("<" + target + ">; rel=\"" + relation + "\"");
    }

    private void add(String target, String relation, Representation form) {
        links.add("<" + target + ">; rel=\"" + relation + "\"; type=\"" + form.mediaType() + "\"");
    }
}
