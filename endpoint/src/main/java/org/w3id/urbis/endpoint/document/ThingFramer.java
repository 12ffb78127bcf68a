package org.w3id.urbis.endpoint.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionGraph;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Incoming;

/**
 * Makes the JSON-LD document of a thing straight from its description.
 *
 * <p>Members stand in the order of the context, values in the order of their IRIs and words, languages by their codes, so
 * that equal descriptions give equal bytes. Nodes that the thing owns (counts, citations, addresses) stand inside it;
 * other things are objects with {@code id} and name. Who refers to the thing stands under {@code referredToBy}, by
 * property, with memberships, participations, partnerships and tenures in full; doubts under {@code notes}; what is only
 * said again in words of other vocabularies under {@code inOtherWords}. Read as RDF, a document holds the statements of
 * {@link DescriptionGraph}, no more and no fewer.
 *
 * <p>A document is a tree of maps, lists, text, numbers and truth values, for {@link JsonText} to write; whoever makes
 * another document of it, such as a page of a collection, may take members out of it or put it into a larger one.
 * Instances can be shared between threads.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>
 */
public final class ThingFramer {
    private final DocumentContext context;
    private final Identifiers identifiers;

    /** Frames by a context. */
    public ThingFramer(DocumentContext context, Identifiers identifiers) {
        this.context = context;
        this.identifiers = identifiers;
    }

    /** The IRI of the document that describes a thing, whichever form it is handed out in. */
    public static String documentIri(Identifiers identifiers, Node thing) {
        return identifiers.baseIri() + "resource?iri=" + URLEncoder.encode(thing.getURI(), StandardCharsets.UTF_8);
    }

    /**
     * The whole document, {@code @context} first.
     *
     * @param origin the address of the server, without a slash at its end: the context is named there, so that a client
     *               can fetch it wherever it could fetch the document
     */
    public Map<String, Object> document(Description description, String origin) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", origin + "/" + DocumentContext.PATH);
        document.putAll(item(description));
        return document;
    }

    /** The same without {@code @context}, for a document that holds several things and says the context once. */
    public Map<String, Object> item(Description description) {
        NodeFramer nodes = new NodeFramer(context, identifiers, description);
        Map<String, Object> item = nodes.thing();
        putUnlessEmpty(item, "referredToBy", referredToBy(description, nodes));
        putUnlessEmpty(item, "notes", notes(description, nodes));
        List<String> remarks = DescriptionGraph.remarks(description);
        if (!remarks.isEmpty()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", documentIri(identifiers, description.thing()));
            document.put("type", List.of("foaf:Document"));
            document.put("comment", Map.of("en", remarks));
            item.put("describedIn", document);
        }
        return item;
    }

    private Map<String, Object> referredToBy(Description description, NodeFramer nodes) {
        Map<String, Object> byProperty = new LinkedHashMap<>();
        List<Incoming> sorted = new ArrayList<>(description.incoming());
        sorted.sort((one, other) -> nodes.order().compare(one.property(), other.property()));
        for (Incoming by : sorted) {
            List<Object> subjects = new ArrayList<>();
            by.shown().stream()
                    .map(Quad::getSubject)
                    // A note stands in full among the notes, and says there what it is about.
                    .filter(subject -> !description.notes().containsKey(subject))
                    .distinct()
                    .sorted(NodeFramer.BY_TEXT)
                    .forEach(subject -> subjects.add(referring(description, nodes, by.property(), subject)));
            if (!subjects.isEmpty()) {
                byProperty.put(nodes.reverseKey(by.property()), subjects);
            }
        }
        return byProperty;
    }

    private Map<String, Object> referring(Description description, NodeFramer nodes, Node property, Node subject) {
        if (description.relations().containsKey(subject)) {
            return nodes.relation(subject, property);
        }
        Map<String, Object> reference = nodes.reference(subject);
        // A node that belongs to another says little; the thing it belongs to is what a reader looks for.
        Map<String, Object> inner = reference;
        for (Quad up : description.owners().getOrDefault(subject, List.of())) {
            Map<String, Object> owner = nodes.reference(up.getSubject());
            inner.put("referredToBy", Map.of(nodes.reverseKey(up.getPredicate()), List.of(owner)));
            inner = owner;
        }
        return reference;
    }

    private static List<Object> notes(Description description, NodeFramer nodes) {
        List<Object> notes = new ArrayList<>();
        description.notes().keySet().stream()
                .filter(note -> !note.equals(description.thing()))
                .sorted(NodeFramer.BY_TEXT)
                .forEach(note -> notes.add(nodes.note(note)));
        return notes;
    }

    private static void putUnlessEmpty(Map<String, Object> target, String name, Object value) {
        boolean empty = value instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) value).isEmpty();
        if (!empty) {
            target.put(name, value);
        }
    }
}
