package org.w3id.urbis.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.identity.Skolemised;
import org.w3id.urbis.loader.identity.Skolemiser;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceCatalogue;
import org.w3id.urbis.loader.source.SourceGraph;

/** Every RDF file that ships means the same to RDF4J's Rio, which loads it, and to Jena's RIOT, which validates it. */
class TwoEnginesTest {

    static Stream<SourceGraph> files() {
        List<SourceGraph> files = new ArrayList<>(ProgramGraphs.list(BaseIri.URBIS.value()));
        for (Source source : SourceCatalogue.read(List.of(SourceCatalogue.shipped()), BaseIri.URBIS.value())
                .sources()) {
            files.add(new SourceGraph(
                    BaseIri.URBIS.graph("catalogue"),
                    "source.ttl",
                    Optional.of(source.description()),
                    Optional.empty(),
                    Optional.empty()));
            source.graphs().stream().filter(graph -> graph.mapping().isEmpty()).forEach(files::add);
        }
        return files.stream();
    }

    @Test
    void thereAreMany() {
        assertTrue(files().count() >= 80, () -> "only " + files().count());
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothReadTheSameStatements(SourceGraph graph) throws IOException {
        GraphContent rio = new GraphReader(BaseIri.URBIS).read(graph.file().orElseThrow(), graph.name());
        assertEquals(List.of(), rio.faults());
        List<Quad> read = new ArrayList<>();
        try (InputStream in = graph.file().orElseThrow().open()) {
            RDFParser.source(in)
                    .lang(RDFLanguages.fileExtToLang(graph.file().orElseThrow().extension()))
                    .base(BaseIri.URBIS.value())
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            read.add(Quad.create(graph.name(), triple));
                        }
                    });
        }
        Skolemised names = new Skolemiser(BaseIri.URBIS).skolemise(read);
        Set<Quad> riot = new HashSet<>();
        read.forEach(quad -> riot.add(CanonicalTerm.of(names.rename(quad))));
        Set<Quad> onlyRio = new HashSet<>(rio.quads());
        onlyRio.removeAll(riot);
        riot.removeAll(rio.quads());
        assertEquals("only Rio: [], only RIOT: []", "only Rio: " + onlyRio + ", only RIOT: " + riot);
    }
}
