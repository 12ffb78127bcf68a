package org.w3id.urbis.loader.preview;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.inference.Inference;
import org.w3id.urbis.loader.validation.Gate;
import org.w3id.urbis.queries.QueryCatalogue;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.ShapeValidation;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Makes previews. What it takes grows with the entry and what refers to it, not with the graph, but for the questions of the
 * catalogue, whose time is bounded. May be shared by threads.
 */
public final class Previewing {

    private final BaseIri base;
    private final Gate gate;
    private final Inference rules = Inference.shipped();
    private final QueryCatalogue catalogue;
    private final KnownAnswers known;
    private final Duration patience;

    /**
     * Prepares for previews.
     *
     * @param base       the base IRI
     * @param shapes     the shapes to judge by, those for the whole graph included
     * @param vocabulary the words there are
     * @param catalogue  the questions to ask
     * @param known      what they were answered with before
     * @param patience   how long they may take together
     */
    public Previewing(
            BaseIri base,
            ShapeLibrary shapes,
            Vocabulary vocabulary,
            QueryCatalogue catalogue,
            KnownAnswers known,
            Duration patience) {
        this.base = base;
        this.gate = new Gate(new ShapeValidation(shapes, 1), vocabulary);
        this.catalogue = catalogue;
        this.known = known;
        this.patience = patience;
    }

    /**
     * Works out what would come and go with an entry.
     *
     * @param published  what is published, read in the transaction of the caller
     * @param revision   the number of its revision
     * @param stated     what would be stated more, who hands in and accepts included
     * @param unstated   what would not be stated any more
     * @param duplicates what the entry describes that is there perhaps
     * @return the preview
     */
    public Preview of(
            DatasetGraph published,
            long revision,
            Collection<Quad> stated,
            Collection<Quad> unstated,
            List<Duplicate> duplicates) {
        Amendment amendment = Amendment.of(published, stated, unstated, base, rules);
        Node catalogueGraph = base.graph("catalogue");
        // Who hands in and accepts, and when, is not known yet; what follows from that is no more of interest.
        Set<Node> recorded = amendment.changed().stream()
                .filter(quad -> quad.getGraph().equals(catalogueGraph))
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
        List<Quad> gained = without(recorded, amendment.gained());
        List<Quad> lost = without(recorded, amendment.lost());
        Effect effect = Effect.of(amendment, gate, base);
        QueryChanges queries = QueryChanges.of(catalogue, amendment, revision, known, patience);
        Map<String, Map<String, String>> unreferenced = new TreeMap<>();
        effect.unreferenced()
                .forEach(thing -> unreferenced.put(thing.getURI(), ThingChanges.labels(thing, amendment.after())));
        return new Preview(
                revision,
                new ThingChanges(amendment).of(gained, lost),
                effect.broken(),
                effect.mended(),
                effect.partly(),
                new TreeMap<>(unreferenced),
                queries.changed(),
                queries.unchanged(),
                queries.notAsked(),
                duplicates);
    }

    private static List<Quad> without(Set<Node> recorded, Set<Quad> quads) {
        return quads.stream()
                .filter(quad -> !recorded.contains(quad.getSubject()))
                .toList();
    }
}
