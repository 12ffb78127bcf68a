package org.w3id.urbis.loader.preview;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.inference.Inference;

/**
 * A published dataset as it would be with an entry and without what the entry replaces, what follows included. Nothing is
 * copied and nothing is written: the time and the memory it takes grow with the entry.
 *
 * <p>Read in the transaction that the caller has opened on the published dataset, by one thread.
 */
public final class Amendment {

    private final DatasetGraph before;
    private final AmendedDataset after;

    private Amendment(DatasetGraph before, AmendedDataset after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Works out what would be.
     *
     * @param published the dataset as it is
     * @param stated    what would be stated more, in named graphs and without blank nodes
     * @param unstated  what would not be stated any more
     * @param base      the base IRI
     * @param rules     by which more follows
     * @return the amendment
     */
    public static Amendment of(
            DatasetGraph published, Collection<Quad> stated, Collection<Quad> unstated, BaseIri base, Inference rules) {
        AmendedDataset after = new AmendedDataset(published);
        unstated.forEach(after::lose);
        stated.forEach(after::gain);
        new Consequences(published, after, base.graph("inferred"), rules.rules()).follow();
        return new Amendment(published, after);
    }

    /**
     * The dataset as it is.
     *
     * @return the published dataset
     */
    public DatasetGraph before() {
        return before;
    }

    /**
     * The dataset as it would be.
     *
     * @return a view, whose default graph is the union of its named graphs
     */
    public DatasetGraph after() {
        return after;
    }

    /**
     * What would come.
     *
     * @return statements that are not published
     */
    public Set<Quad> gained() {
        return after.gained();
    }

    /**
     * What would go.
     *
     * @return statements that are published
     */
    public Set<Quad> lost() {
        return after.lost();
    }

    /** All that would come or go. */
    List<Quad> changed() {
        return Stream.concat(gained().stream(), lost().stream()).toList();
    }
}
