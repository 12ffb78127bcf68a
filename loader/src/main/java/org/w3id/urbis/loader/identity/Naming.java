package org.w3id.urbis.loader.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/** One run of the {@link Skolemiser}: contents from the leaves up, then names from the owners down. */
final class Naming {

    private static final int HASH_DIGITS = 16;

    private final BaseIri base;
    private final BlankForest forest;
    private final Map<Node, String> contents = new HashMap<>();
    private final Map<Node, Node> names = new HashMap<>();

    Naming(BaseIri base, BlankForest forest) {
        this.base = base;
        this.forest = forest;
    }

    Skolemised name() {
        List<Node> order = forest.ownersFirst();
        for (Node blank : order.reversed()) {
            contents.put(blank, content(blank));
        }
        for (Node blank : order) {
            names.put(blank, nameOf(blank));
        }
        return new Skolemised(names, forest.unnamed());
    }

    private String content(Node blank) {
        String said = forest.content(blank).stream()
                .map(quad -> term(quad.getPredicate()) + ' ' + objectText(quad.getObject()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        return sha256(said);
    }

    private String objectText(Node object) {
        return object.isBlank() ? "[" + contents.getOrDefault(object, "") + "]" : term(object);
    }

    private Node nameOf(Node blank) {
        Set<Quad> content = forest.content(blank);
        Quad pointer = forest.pointer(blank);
        String graph = pointer != null
                ? graph(pointer)
                : content.stream()
                        .map(Naming::graph)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        String owner = pointer == null ? "" : term(names.getOrDefault(pointer.getSubject(), pointer.getSubject()));
        String property = pointer == null ? "" : term(pointer.getPredicate());
        String kind = Kind.ofClass(content).orElseGet(() -> Kind.ofProperty(pointer.getPredicate()));
        String hash = sha256(String.join("\n", graph, owner, property, contents.get(blank)));
        return base.thing(kind, hash.substring(0, HASH_DIGITS));
    }

    private static String graph(Quad quad) {
        return quad.getGraph() == null || quad.isDefaultGraph() ? "" : term(quad.getGraph());
    }

    private static String term(Node node) {
        return NodeFmtLib.strNT(CanonicalTerm.of(node));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
