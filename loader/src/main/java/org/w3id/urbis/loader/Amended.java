package org.w3id.urbis.loader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.inference.Describing;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.publication.Change;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.statement.Steps;

/** A revision that is to be, as its difference from the one before: what is stated, what follows, and what describes it. */
final class Amended {

    private final EarlierStatements earlier;
    private final Node description;
    private final Set<Triple> said;
    private final List<Quad> added = new ArrayList<>();
    private final List<Quad> removed = new ArrayList<>();
    private final Change change;

    /**
     * Completes the difference.
     *
     * @param earlier the revision before, and all that changes of what is stated and of what follows
     */
    Amended(EarlierStatements earlier, Describing describing, BaseIri base) {
        this.earlier = earlier;
        this.description = base.graph("description");
        for (Quad quad : earlier.changedBefore(Steps.MOST)) {
            (earlier.holds(quad) ? removed : added).add(quad);
        }
        // The figures of the description change with everything else, and are not told.
        this.change = new Change(added.size(), removed.size());
        this.said = describing.of(earlier, base);
        Set<Triple> before = new HashSet<>();
        earlier.find(description).forEachRemaining(quad -> before.add(quad.asTriple()));
        said.stream().filter(triple -> !before.contains(triple)).forEach(triple -> added.add(quad(triple)));
        before.stream().filter(triple -> !said.contains(triple)).forEach(triple -> removed.add(quad(triple)));
    }

    private Quad quad(Triple triple) {
        return Quad.create(description, triple);
    }

    /** How many statements there will be. */
    long size() {
        return earlier.size() + added.size() - removed.size();
    }

    /** What will be told of the change. */
    Change change() {
        return change;
    }

    /** Adds what follows, and the description, to all that is stated. */
    Steps addTo(Candidate stated) {
        Steps steps = earlier.addInferred(stated.statements());
        said.forEach(triple -> stated.add(quad(triple)));
        return steps;
    }
}
