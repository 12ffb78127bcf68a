package org.w3id.urbis.loader.statement;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Statements that are to be added when those who read have ended, kept as numbers. One thread uses it, and adds nothing else
 * meanwhile.
 */
public final class Waiting {

    private final Statements all;
    private final Numbers parts = new Numbers();

    /**
     * Begins with none.
     *
     * @param all to which they are added
     */
    public Waiting(Statements all) {
        this.all = all;
    }

    /**
     * Takes a statement, unless some graph holds it already.
     *
     * @param triple a statement
     */
    public void add(Triple triple) {
        int subject = all.terms.add(triple.getSubject());
        int property = all.terms.add(triple.getPredicate());
        int value = all.terms.add(triple.getObject());
        if (all.find(Statements.EACH, subject, property, value).next() < 0) {
            parts.add(subject);
            parts.add(property);
            parts.add(value);
        }
    }

    /**
     * Adds what waits to the statements. Afterwards nothing waits any more.
     *
     * @param graph the graph it goes into
     * @return how many there were, each counted once
     */
    public int enter(Node graph) {
        int before = all.size();
        int name = all.terms.add(graph);
        for (int at = 0; at < parts.count(); at += 3) {
            all.add(name, parts.get(at), parts.get(at + 1), parts.get(at + 2));
        }
        return all.size() - before;
    }
}
