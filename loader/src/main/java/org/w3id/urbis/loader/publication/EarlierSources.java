package org.w3id.urbis.loader.publication;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.identity.BaseIri;

/** The sources in the current revision: which there are, and what they said. */
public final class EarlierSources {

    private final Optional<Revision> current;
    private final BaseIri base;
    private final Node catalogue;

    /**
     * Looks into the current revision.
     *
     * @param revisions the revisions of the data directory
     * @param base      the base IRI
     */
    public EarlierSources(Revisions revisions, BaseIri base) {
        this.current = revisions.current();
        this.base = base;
        this.catalogue = base.graph("catalogue");
    }

    /**
     * Lists them.
     *
     * @return ids of the sources that the current revision describes; empty if nothing was published
     */
    public Set<String> ids() {
        String prefix = base.value() + "id/source/";
        return current.map(revision -> read(revision, store -> {
                    Set<String> ids = new TreeSet<>();
                    store.find(catalogue, Node.ANY, RDF.Nodes.type, term("Source"))
                            .forEachRemaining(quad -> {
                                if (quad.getSubject().isURI()
                                        && quad.getSubject().getURI().startsWith(prefix)) {
                                    ids.add(quad.getSubject().getURI().substring(prefix.length()));
                                }
                            });
                    return ids;
                }))
                .orElse(new TreeSet<>());
    }

    /**
     * Reads the description of a source in the catalogue, with all that hangs on it there.
     *
     * @param id one of {@link #ids()}
     * @return the quads
     */
    public Set<Quad> description(String id) {
        return current.map(revision -> read(revision, store -> description(store, iri(id))))
                .orElse(Set.of());
    }

    /**
     * Names the graphs of a source.
     *
     * @param id one of {@link #ids()}
     * @return their names
     */
    public Set<Node> graphs(String id) {
        return current.map(revision -> read(revision, store -> {
                    Set<Node> names = new LinkedHashSet<>();
                    store.find(catalogue, iri(id), term("hasGraph"), Node.ANY)
                            .forEachRemaining(quad -> names.add(quad.getObject()));
                    return names;
                }))
                .orElse(Set.of());
    }

    private Node iri(String id) {
        return NodeFactory.createURI(base.value() + "id/source/" + id);
    }

    /**
     * Reads what a source said: its graphs, and its description in the catalogue with all that hangs on it there.
     *
     * @param id one of {@link #ids()}
     * @return the quads
     */
    public Set<Quad> quads(String id) {
        return current.map(revision -> read(revision, store -> {
                    Set<Quad> quads = new LinkedHashSet<>(description(store, iri(id)));
                    for (Quad link : Iter.toList(store.find(catalogue, iri(id), term("hasGraph"), Node.ANY))) {
                        store.find(link.getObject(), Node.ANY, Node.ANY, Node.ANY)
                                .forEachRemaining(quads::add);
                    }
                    return quads;
                }))
                .orElse(Set.of());
    }

    /**
     * Reads everything that is published, but for what is made from other statements and for some sources.
     *
     * @param sourcePrefix what the IRIs of the sources that are left out begin with
     * @param graphPrefix  what the names of their graphs begin with
     * @param reader       takes each quad
     */
    public void statedBut(String sourcePrefix, String graphPrefix, Consumer<Quad> reader) {
        Set<Node> made = Set.of(base.graph("inferred"), base.graph("description"));
        current.ifPresent(revision -> read(revision, store -> {
            Set<Quad> left = described(store, sourcePrefix);
            store.find().forEachRemaining(quad -> {
                Node graph = quad.getGraph();
                if (!made.contains(graph) && !graph.getURI().startsWith(graphPrefix) && !left.contains(quad)) {
                    reader.accept(quad);
                }
            });
            return left;
        }));
    }

    /**
     * Reads the catalogue, but for what it says of some sources.
     *
     * @param sourcePrefix what the IRIs of the sources that are left out begin with
     * @param reader       takes each quad
     */
    public void catalogueBut(String sourcePrefix, Consumer<Quad> reader) {
        current.ifPresent(revision -> read(revision, store -> {
            Set<Quad> left = described(store, sourcePrefix);
            store.find(catalogue, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                if (!left.contains(quad)) {
                    reader.accept(quad);
                }
            });
            return left;
        }));
    }

    private Set<Quad> described(DatasetGraph store, String sourcePrefix) {
        Set<Quad> described = new HashSet<>();
        store.find(catalogue, Node.ANY, RDF.Nodes.type, term("Source")).forEachRemaining(quad -> {
            if (quad.getSubject().getURI().startsWith(sourcePrefix)) {
                described.addAll(description(store, quad.getSubject()));
            }
        });
        return described;
    }

    /**
     * Counts what would come and go, but for the description of the whole, whose figures change with everything else.
     *
     * @param candidate holds what would be published
     * @param size      how many quads that is
     * @return how many quads are new, and how many would be there no more
     */
    public Change change(DatasetGraph candidate, long size) {
        Node description = base.graph("description");
        long told = size - candidate.getGraph(description).size();
        return current.map(revision -> read(revision, store -> {
                    long[] counts = new long[2];
                    Iter.iter(store.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                            .filter(quad -> !quad.getGraph().equals(description))
                            .forEachRemaining(quad -> counts[candidate.contains(quad) ? 0 : 1]++);
                    return new Change(told - counts[0], counts[1]);
                }))
                .orElse(new Change(told, 0));
    }

    /** Reads from the read form, which is several times faster than the store; the two hold the same. */
    private static <T> T read(Revision revision, Function<DatasetGraph, T> reading) {
        return RevisionForm.open(revision)
                .map(form -> reading.apply(form.dataset()))
                .orElseGet(() -> Store.read(revision, reading));
    }

    private Set<Quad> description(DatasetGraph store, Node source) {
        Set<Quad> quads = new LinkedHashSet<>();
        Set<Node> seen = new HashSet<>(List.of(source));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            store.find(catalogue, open.poll(), Node.ANY, Node.ANY).forEachRemaining(quad -> {
                quads.add(quad);
                if (seen.add(quad.getObject())) {
                    open.add(quad.getObject());
                }
            });
        }
        return quads;
    }

    private Node term(String name) {
        return NodeFactory.createURI(base.terms() + name);
    }
}
