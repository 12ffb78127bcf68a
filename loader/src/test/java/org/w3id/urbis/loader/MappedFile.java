package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.GraphReader;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceCatalogue;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

/** What the mapping of a shipped source makes of one file, to be asked. */
final class MappedFile {

    /** The publishers' files, if they lie beside the project. */
    static final Path REAL = Path.of("../../shared/data");

    static final String PREFIXES = """
        PREFIX area: <http://metadata.un.org/sdg/codes/geoArea/>
        PREFIX code: <https://w3id.org/urbis/id/location-code/>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX sdg: <http://metadata.un.org/sdg/>
        PREFIX sdgo: <http://metadata.un.org/sdg/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;

    private static final Map<String, DatasetGraph> REFERENCES = new TreeMap<>();

    private final Graph made = GraphFactory.createDefaultGraph();
    private final DatasetGraph known = DatasetGraphFactory.create();
    private final String source;

    private MappedFile(String source, String program) {
        this.source = source;
        reference(program).find().forEachRemaining(known::add);
    }

    /** Of a source that looks things up in some part of what ships, such as {@code areas/}. */
    static MappedFile of(String source, String program) {
        return new MappedFile(source, program);
    }

    static boolean isRealThere() {
        return Files.isDirectory(REAL);
    }

    private static synchronized DatasetGraph reference(String program) {
        return REFERENCES.computeIfAbsent(program, any -> {
            DatasetGraph reference = DatasetGraphFactory.create();
            GraphReader reader = new GraphReader(BaseIri.URBIS);
            for (SourceGraph graph : ProgramGraphs.list(BaseIri.URBIS.value())) {
                if (graph.fileName().startsWith(program)) {
                    reader.read(graph, reference, quad -> reference
                            .getDefaultGraph()
                            .add(quad.asTriple()));
                }
            }
            return reference;
        });
    }

    /** Has the mapping find something that other sources would have told. */
    MappedFile knowing(String turtle) {
        RDFParser.create()
                .source(new StringReader(PREFIXES + turtle))
                .lang(Lang.TURTLE)
                .parse(known.getDefaultGraph());
        return this;
    }

    /** Has the mapping find what another one made. */
    MappedFile knowing(MappedFile other) {
        other.made.find().forEachRemaining(known.getDefaultGraph()::add);
        return this;
    }

    /** Reads a file with this text for each graph that is filled from a file of that name; nothing may be wrong with it. */
    MappedFile read(String name, String text) {
        return read(name, SourceFile.held(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads a real file in the same way. */
    MappedFile read(Path file) throws IOException {
        return read(file.getFileName().toString(), SourceFile.at(file));
    }

    private MappedFile read(String name, SourceFile file) {
        Source described = SourceCatalogue.read(List.of(SourceCatalogue.shipped()), BaseIri.URBIS.value())
                .source(source)
                .orElseThrow();
        int graphs = 0;
        for (SourceGraph graph : described.readFrom(file).graphs()) {
            if (graph.file().filter(taken -> taken.label().equals(file.label())).isPresent()) {
                graphs++;
                assertEquals(
                        List.of(),
                        new GraphReader(BaseIri.URBIS).read(graph, known, quad -> made.add(quad.asTriple())));
            }
        }
        assertTrue(graphs > 0, name);
        return this;
    }

    /** The rows of a query, each as its values with blanks between, sorted. */
    List<String> rows(String query) {
        try (QueryExecution execution = QueryExecution.dataset(DatasetFactory.wrap(DatasetGraphFactory.wrap(made)))
                .query(PREFIXES + query)
                .build()) {
            ResultSet results = execution.execSelect();
            List<String> rows = new ArrayList<>();
            results.forEachRemaining(row -> rows.add(results.getResultVars().stream()
                    .filter(row::contains)
                    .map(name -> value(row.get(name)))
                    .collect(Collectors.joining(" "))));
            return rows.stream().sorted().toList();
        }
    }

    private static String value(RDFNode node) {
        return node.isLiteral()
                ? node.asLiteral().getLexicalForm()
                : node.asResource().getURI().replaceFirst("^.*[/#](?=.)", "");
    }

    /** The number that a query for {@code ?n} gives. */
    long number(String query) {
        return Long.parseLong(rows(query).getFirst());
    }
}
