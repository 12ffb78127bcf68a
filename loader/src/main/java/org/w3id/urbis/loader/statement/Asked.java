package org.w3id.urbis.loader.statement;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** What is asked of some statements. Parts that are asked for need not be read off the rows that are found. */
final class Asked {

    private final Statements statements;
    private final Node subject;
    private final Node property;
    private final Node value;

    /** Asks; any part may be null or no term. */
    Asked(Statements statements, Node subject, Node property, Node value) {
        this.statements = statements;
        this.subject = known(subject);
        this.property = known(property);
        this.value = known(value);
    }

    private static Node known(Node part) {
        return part == null || !part.isConcrete() ? null : part;
    }

    /** The rows that match in a graph, given by its number. */
    Statements.Rows rows(int graph) {
        return statements.find(graph, statements.part(subject), statements.part(property), statements.part(value));
    }

    /** The statement of one of these rows. */
    Triple triple(int row) {
        return Triple.create(
                subject == null ? statements.term(statements.subject(row)) : subject,
                property == null ? statements.term(statements.property(row)) : property,
                value == null ? statements.term(statements.value(row)) : value);
    }

    /** The statement of one of these rows with its graph. */
    Quad quad(int row) {
        return Quad.create(statements.term(statements.graph(row)), triple(row));
    }
}
