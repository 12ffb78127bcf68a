package org.w3id.urbis.loader.identity;

import java.net.URI;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The IRI below which everything of ours is named, and against which relative IRIs of source files resolve.
 *
 * @param value an absolute IRI that ends with a slash
 */
public record BaseIri(String value) {

    /** The base under which the graph is published: {@code https://w3id.org/urbis/}. */
    public static final BaseIri URBIS = new BaseIri("https://w3id.org/urbis/");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not absolute or does not end with a slash
     */
    public BaseIri {
        Objects.requireNonNull(value, "value");
        if (!value.endsWith("/") || !URI.create(value).isAbsolute()) {
            throw new IllegalArgumentException("A base IRI is absolute and ends with a slash, unlike <" + value + ">");
        }
    }

    /**
     * Names a thing.
     *
     * @param kind what it is, in lower case with dashes, such as {@code network}
     * @param key  what tells it from others of its kind
     * @return {@code <base>id/<kind>/<key>}
     */
    public Node thing(String kind, String key) {
        return NodeFactory.createURI(value + "id/" + kind + "/" + key);
    }

    /**
     * Names a graph.
     *
     * @param path the source's id and the part of it, such as {@code compact-of-mayors/c40}, or a reserved name
     * @return {@code <base>graph/<path>}
     */
    public Node graph(String path) {
        return NodeFactory.createURI(value + "graph/" + path);
    }

    /**
     * The namespace of our terms.
     *
     * @return {@code <base>ontology#}
     */
    public String terms() {
        return value + "ontology#";
    }
}
