package org.w3id.urbis.endpoint.description;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * The IRIs of the graph and the addresses of this origin that answer for them.
 *
 * @param baseIri what every IRI of ours begins with, ending in a slash
 */
public record Identifiers(String baseIri) {
    /** A key made at load for a node whose author gave it no name; a population is always that of a place. */
    private static final Pattern GENERATED = Pattern.compile("id/([a-z0-9-]+/[0-9a-f]{16}|population/[^/]+)");
    /** What an IRI cannot hold: RFC 3987 as Turtle and SPARQL write it. */
    private static final Pattern NO_IRI = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\\\x7f]");

    /** Whether an IRI names a node that belongs to another, such as a citation or an address. */
    public boolean isGenerated(String iri) {
        return iri.startsWith(baseIri)
                && GENERATED.matcher(iri.substring(baseIri.length())).matches();
    }

    /** The whole graph as a dataset, which publication describes. */
    public Node dataset() {
        return NodeFactory.createURI(baseIri + "id/dataset/urbis");
    }

    /** Whether an IRI is one of ours. */
    public boolean isOurs(String iri) {
        return iri.startsWith(baseIri);
    }

    /** Whether a statement only repeats, in words of another vocabulary, what is said in ours. */
    public boolean isTranslation(Quad quad) {
        Node word = quad.getPredicate().equals(Terms.TYPE) ? quad.getObject() : quad.getPredicate();
        return quad.getGraph().equals(Terms.INFERRED) && word.isURI() && !isOurs(word.getURI());
    }

    /** Whether text can be an absolute IRI. */
    public static boolean isAbsoluteIri(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]*:.+")
                && !NO_IRI.matcher(text).find();
    }

    /**
     * The address on this origin where an IRI is described.
     *
     * @return a path with query or fragment if needed, in ASCII, ready for an attribute of a page or a header
     */
    public String href(String iri) {
        if (!isOurs(iri)) {
            return resourceHref(iri);
        }
        String rest = iri.substring(baseIri.length());
        return "/" + uri(rest.replace("?", "%3F"));
    }

    /** An IRI as a URI, for headers: all but ASCII percent-encoded. RFC 3987, section 3.1. */
    public static String uri(String iri) {
        StringBuilder uri = new StringBuilder();
        iri.codePoints().forEach(character -> {
            if (character < 0x7f) {
                uri.append((char) character);
            } else {
                uri.append(URLEncoder.encode(Character.toString(character), StandardCharsets.UTF_8));
            }
        });
        return uri.toString();
    }

    /** The address on this origin where any IRI is described by itself. */
    public static String resourceHref(String iri) {
        return "/resource?iri=" + URLEncoder.encode(iri, StandardCharsets.UTF_8);
    }

    /**
     * The kind in {@code id/<kind>/<key>}.
     *
     * @return the kind, or empty if the IRI is not of that form
     */
    public Optional<String> kind(String iri) {
        if (!iri.startsWith(baseIri + "id/")) {
            return Optional.empty();
        }
        String rest = iri.substring(baseIri.length() + 3);
        int slash = rest.indexOf('/');
        return slash > 0 ? Optional.of(rest.substring(0, slash)) : Optional.empty();
    }

    /**
     * The IRIs that a requested path may stand for, most likely first: with its percent-encoding undone, and as it is.
     *
     * @param rawPath     path of the request with its leading slash, percent-encoded
     * @param decodedPath the same, decoded
     */
    public List<String> candidates(String rawPath, String decodedPath) {
        Set<String> iris = new LinkedHashSet<>();
        for (String path : List.of(decodedPath, rawPath)) {
            String iri = baseIri + path.substring(1);
            if (isAbsoluteIri(iri)) {
                iris.add(iri);
            }
        }
        return new ArrayList<>(iris);
    }

    /** The end of an IRI, for want of a label. */
    public static String localName(String iri) {
        String trimmed = iri.endsWith("/") || iri.endsWith("#") ? iri.substring(0, iri.length() - 1) : iri;
        int cut = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#'));
        return cut < 0 || cut == trimmed.length() - 1 ? iri : trimmed.substring(cut + 1);
    }
}
