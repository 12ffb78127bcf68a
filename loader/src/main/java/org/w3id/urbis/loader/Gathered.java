package org.w3id.urbis.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.Recognition;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.EarlierView.Which;
import org.w3id.urbis.loader.readform.MetAgain;
import org.w3id.urbis.loader.source.Linkage;

/**
 * All that sources state. As long as it differs little from what the current revision holds, only the difference is kept, and
 * which statements of the revision were met again; the whole is put together for whoever needs to look at all of it. Several
 * threads may add.
 */
final class Gathered {

    /** The most statements of sources that come and go for the rest to be taken over. */
    private static final int MOST = 20_000;

    private final BaseIri base;
    private final Set<Node> made;
    private final Set<Node> kept = new HashSet<>();
    private final Set<Quad> fresh = new LinkedHashSet<>();
    private final EarlierStatements earlier;
    private final MetAgain met;
    private Candidate whole;
    private boolean differsMuch;

    /** Begins with nothing, and nothing to compare with unless there is a current revision to go on from. */
    Gathered(BaseIri base, Optional<EarlierStatements> before) {
        this.base = base;
        this.made = Set.of(base.graph("inferred"), base.graph("description"));
        this.earlier = before.orElse(null);
        this.met = before.map(MetAgain::new).orElse(null);
        this.whole = before.isPresent() ? null : new Candidate(base);
        this.differsMuch = before.isEmpty();
    }

    BaseIri base() {
        return base;
    }

    /** Takes some graphs, if they are there, as the current revision has them; what rules made is none of these. */
    void keep(Collection<Node> graphs) {
        kept.addAll(graphs);
        kept.removeAll(made);
    }

    boolean isKept(Node graph) {
        return kept.contains(graph);
    }

    void add(Quad quad) {
        add(List.of(quad));
    }

    /** Adds statements; those that are there already change nothing. */
    void add(Collection<Quad> quads) {
        List<Quad> others = new ArrayList<>();
        if (isWhole()) {
            others.addAll(quads);
        } else {
            quads.stream().filter(quad -> !met.note(quad)).forEach(others::add);
        }
        if (others.isEmpty()) {
            return;
        }
        synchronized (this) {
            if (whole != null) {
                // What was met before it was put together is in it.
                whole.add(quads);
                return;
            }
            fresh.addAll(others);
            if (fresh.size() > MOST) {
                differsMuch = true;
                whole();
            }
        }
    }

    /** Whether everything was put together, so that the differences are not known. */
    synchronized boolean isWhole() {
        return whole != null;
    }

    /** Everything that was gathered so far, as one graph, without putting it together. Nothing is added while it is used. */
    Graph known() {
        return isWhole() ? whole.merged() : met.shown(kept, fresh);
    }

    /** Everything that was gathered, which further statements are added to. */
    synchronized Candidate whole() {
        if (whole == null) {
            whole = new Candidate(base);
            earlier.copyStated(whole.statements(), kept::contains);
            met.each(whole::add);
            whole.add(fresh);
        }
        return whole;
    }

    /**
     * Compares all that is stated now with what was. Nothing is added afterwards.
     *
     * @return the current revision and its changes; empty if there are too many of them
     */
    Optional<EarlierStatements> settled() {
        if (!differsMuch && whole != null) {
            compareWhole();
        }
        Set<Node> graphs = differsMuch ? Set.of() : new LinkedHashSet<>(earlier.graphs());
        List<Quad> gone = new ArrayList<>();
        for (Node graph : graphs) {
            if (!kept.contains(graph) && !made.contains(graph)) {
                met.eachMissing(graph, quad -> gone.add(quad) && fresh.size() + gone.size() <= MOST);
            }
        }
        differsMuch |= fresh.size() + gone.size() > MOST;
        if (differsMuch) {
            whole();
            return Optional.empty();
        }
        fresh.forEach(earlier::add);
        gone.forEach(earlier::remove);
        return Optional.of(earlier);
    }

    /** What came after the whole was put together may be new or not. */
    private void compareWhole() {
        DatasetGraph now = whole.dataset();
        for (Node graph : whole.graphs()) {
            if (!kept.contains(graph)) {
                now.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                    if (fresh.size() <= MOST && !met.note(quad)) {
                        fresh.add(quad);
                    }
                });
            }
        }
    }

    /**
     * Whether cities, governments and organisations are recognised as before by what has been gathered so far. Nothing is added
     * meanwhile.
     *
     * @param linkage for which sources
     * @param unread  the graphs that have not been read
     * @return false if they may not be, or if the differences are not known
     */
    boolean isRecognisedAlike(Linkage linkage, Set<Node> unread) {
        if (isWhole()) {
            return false;
        }
        Recognition recognition = new Recognition(base, stated());
        Predicate<Quad> matters = quad -> recognition.dependsOn(quad, linkage);
        if (fresh.stream().anyMatch(matters)) {
            return false;
        }
        boolean[] found = new boolean[1];
        earlier.graphs().stream()
                .filter(graph -> !kept.contains(graph) && !made.contains(graph) && !unread.contains(graph))
                .forEach(graph -> met.eachMissing(graph, quad -> !(found[0] |= matters.test(quad))));
        return !found[0];
    }

    /** All that sources stated for the current revision, as one graph; only as long as the differences are known. */
    private Graph stated() {
        return earlier.view(Which.BEFORE, 0).getDefaultGraph();
    }

    /** The graphs that hold something, unless they are as they were. */
    List<Node> graphs() {
        return isWhole()
                ? whole.graphs()
                : fresh.stream().map(Quad::getGraph).distinct().toList();
    }

    /** What one graph says, if it is kept or everything is put together. */
    Graph graph(Node name) {
        return isWhole()
                ? whole.dataset().getGraph(name)
                : earlier.view(Which.BEFORE, 0).getGraph(name);
    }

    /** How many statements there are in a graph. */
    long size(Node graph) {
        if (isWhole()) {
            return whole.size(graph);
        }
        long came = fresh.stream().filter(quad -> quad.getGraph().equals(graph)).count();
        return came + (kept.contains(graph) ? met.countBefore(graph) : met.count(graph));
    }

    /** How many statements there are. */
    long size() {
        if (isWhole()) {
            return whole.size();
        }
        return Stream.concat(earlier.graphs().stream(), graphs().stream())
                .distinct()
                .filter(graph -> !made.contains(graph))
                .mapToLong(this::size)
                .sum();
    }

    /** Whether anything is said of a thing with a property. */
    boolean says(Node thing, Node property) {
        if (isWhole()) {
            return whole.merged().contains(thing, property, Node.ANY);
        }
        return fresh.stream()
                        .anyMatch(quad -> quad.getSubject().equals(thing)
                                && quad.getPredicate().equals(property))
                || earlier.find(thing, property).anyMatch(quad -> kept.contains(quad.getGraph()) || met.has(quad));
    }
}
