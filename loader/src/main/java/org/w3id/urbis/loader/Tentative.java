package org.w3id.urbis.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.GraphContent;
import org.w3id.urbis.loader.mapping.GraphReader;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;

/** Reads a single source the way a load reads all of them. */
final class Tentative {

    private Tentative() {}

    /** What the source and its description in the catalogue say; empty if a file has faults. */
    static Optional<List<Quad>> read(Source source, BaseIri base) {
        GraphReader reader = new GraphReader(base);
        DatasetGraph nothing = DatasetGraphFactory.create();
        List<Quad> quads = new ArrayList<>();
        GraphContent description = reader.read(source.description(), base.graph("catalogue"));
        quads.addAll(description.quads());
        for (SourceGraph graph : source.graphs()) {
            GraphContent content = reader.read(graph, nothing);
            if (!content.faults().isEmpty()) {
                return Optional.empty();
            }
            quads.addAll(content.quads());
            quads.add(Reading.checksum(graph, base));
        }
        return Optional.of(quads);
    }

    /** What some graphs hold. */
    static List<Quad> graphs(DatasetGraph published, Collection<Node> names) {
        List<Quad> quads = new ArrayList<>();
        names.forEach(
                name -> published.findNG(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add));
        return quads;
    }
}
