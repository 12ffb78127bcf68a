package org.w3id.urbis.endpoint.triplestore;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Rows as statements; when they end, the mark that came with them is looked at. */
final class StatementRows implements Iterator<Quad> {
    private static final Var GRAPH = Var.alloc("g");
    private static final Var SUBJECT = Var.alloc("s");
    private static final Var PROPERTY = Var.alloc("p");
    private static final Var OBJECT = Var.alloc("o");

    private final StoreRows rows;
    private final String expected;
    private final Node graph;
    private final Node property;
    private final Node object;
    private String hash = "";
    private Quad next;

    /**
     * Prepares to read.
     *
     * @param expected the hash of the revision that the statements have to be of
     * @param graph    what was asked, and so does not come in the rows; {@link Node#ANY} for what does
     */
    StatementRows(StoreRows rows, String expected, Node graph, Node property, Node object) {
        this.rows = rows;
        this.expected = expected;
        this.graph = graph;
        this.property = property;
        this.object = object;
    }

    /** The hash of the revision in a row that brings it. */
    static String hash(Node found) {
        return found != null && found.isLiteral() ? found.getLiteralLexicalForm() : "";
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            Binding row = rows.next();
            Node found = row.get(StoreText.HASH);
            if (found != null) {
                hash = hash(found);
            } else {
                next = statement(row);
            }
        }
        if (next == null && !hash.equals(expected)) {
            throw StoreProblems.changed();
        }
        return next != null;
    }

    private Quad statement(Binding row) {
        Node in = or(row, GRAPH, graph);
        Node subject = row.get(SUBJECT);
        Node by = or(row, PROPERTY, property);
        Node value = or(row, OBJECT, object);
        if (in == null || subject == null || by == null || value == null) {
            throw StoreProblems.unusable("UNDEF", null);
        }
        return Quad.create(in, subject, by, value);
    }

    private static Node or(Binding row, Var variable, Node asked) {
        return asked.isConcrete() ? asked : row.get(variable);
    }

    @Override
    public Quad next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Quad quad = next;
        next = null;
        return quad;
    }
}
