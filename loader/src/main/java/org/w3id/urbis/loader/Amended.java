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
import org.w3id.urbis.loader.publication.Change;
import org.w3id.urbis.loader.publication.Difference;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.statement.Steps;

/** A revision that is to be, as its difference from the one before: what is stated, what follows, and what describes it. */
final class Amended {

    private final Revision before;
    private final EarlierStatements earlier;
    private final Node description;
    private final List<Quad> added = new ArrayList<>();
    private final List<Quad> removed = new ArrayList<>();
    private final Change change;

    /**
     * Completes the difference.
     *
     * @param before  the revision before
     * @param earlier what it holds, and all that changes of what is stated and of what follows
     */
    Amended(Revision before, EarlierStatements earlier, Describing describing, BaseIri base) {
        this.before = before;
        this.earlier = earlier;
        this.description = base.graph("description");
        for (Quad quad : earlier.changedBefore(Steps.MOST)) {
            (earlier.holds(quad) ? removed : added).add(quad);
        }
        // The figures of the description change with everything else, and are not told.
        this.change = new Change(added.size(), removed.size());
        Set<Triple> said = describing.of(earlier, base);
        Set<Triple> saidBefore = new HashSet<>();
        earlier.find(description).forEachRemaining(quad -> saidBefore.add(quad.asTriple()));
        said.stream().filter(triple -> !saidBefore.contains(triple)).forEach(triple -> added.add(quad(triple)));
        saidBefore.stream().filter(triple -> !said.contains(triple)).forEach(triple -> removed.add(quad(triple)));
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

    /** All that differs. */
    Difference difference() {
        return new Difference(before, added, removed);
    }

    /** At which step rules make what they make, in the order of the read form of the revision that is to be. */
    byte[] steps(ReadForm after) {
        return earlier.stepsIn(after);
    }
}
