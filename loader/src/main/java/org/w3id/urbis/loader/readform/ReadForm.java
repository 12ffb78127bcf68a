package org.w3id.urbis.loader.readform;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * An open read form: the terms, the triples, and how often things occur. It is never written again, so that any number
 * of threads may read it.
 */
public final class ReadForm {
    private static final int NOWHERE = -1;

    private final Terms terms;
    private final Triples triples;
    private final Frequencies frequencies;
    private final IntBuffer properties;
    private final IntBuffer points;

    private ReadForm(Map<Section, ByteBuffer> sections) {
        terms = new Terms(sections);
        triples = new Triples(sections);
        properties = FormFile.ints(sections, Section.PROPERTIES);
        frequencies = new Frequencies(triples, properties);
        points = FormFile.ints(sections, Section.POINTS);
    }

    /**
     * Opens a file that {@link ReadFormBuilder} made. It stays mapped as long as anybody holds what is made from it.
     *
     * @throws UnreadableFormException if it is not there or of another version
     */
    public static ReadForm open(Path file) {
        return new ReadForm(FormFile.map(file));
    }

    /** The statements as a dataset, read-only; in queries its default graph is the union of the named ones. */
    public DatasetGraph dataset() {
        return new ReadFormDataset(this);
    }

    /** How many statements it holds, each counted once for each graph it stands in. */
    public int quads() {
        return triples.tripleGraphs.limit();
    }

    Terms terms() {
        return terms;
    }

    Triples triples() {
        return triples;
    }

    Frequencies frequencies() {
        return frequencies;
    }

    /** How many subjects and values each property has, as {@link Frequencies} reads it. */
    IntBuffer properties() {
        return properties;
    }

    /** Where things lie, as {@link Points} reads it. */
    IntBuffer points() {
        return points;
    }

    /** A part of a pattern: the number of a term, {@link Triples#ANY}, or {@link Terms#UNKNOWN}. */
    int part(Node term) {
        return term == null || !term.isConcrete() ? Triples.ANY : terms.number(term);
    }

    /** The number of a triple; negative if it stands nowhere. */
    int triple(Triple triple) {
        int subject = part(triple.getSubject());
        int property = part(triple.getPredicate());
        int value = part(triple.getObject());
        if (subject < 0 || property < 0 || value < 0) {
            return NOWHERE;
        }
        TripleCursor cursor = new TripleCursor(triples);
        cursor.open(subject, property, value);
        return cursor.next() ? cursor.triple() : NOWHERE;
    }

    /** The statement that a cursor is at. */
    Triple statement(TripleCursor at) {
        return Triple.create(terms.term(at.subject()), terms.term(at.property()), terms.term(at.value()));
    }

    /** The names of all graphs, by place. */
    List<Node> graphNames() {
        List<Node> names = new ArrayList<>();
        for (int place = 0; place < graphs().limit(); place++) {
            names.add(terms.term(graphs().get(place)));
        }
        return names;
    }

    /** All graphs, by place. */
    IntBuffer graphs() {
        return triples.graphs;
    }
}
