package org.w3id.urbis.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceCatalogue;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * Each source that is read row by row shows in {@code sample.*} and {@code expected.nq} what its mapping makes of a few rows.
 * Run with {@code -Durbis.write-missing-answers=true} to have a missing {@code expected.nq} written, to be reviewed.
 */
class ShippedTablesTest {

    private static final Pattern TERM = Pattern.compile("(?<![A-Za-z0-9_-])urbis:([A-Za-z0-9_-]+)");
    private static final ResourceFolder SHIPPED = SourceCatalogue.shipped();

    private static DatasetGraph reference;

    @BeforeAll
    static void readReference() {
        GraphReader reader = new GraphReader(BaseIri.URBIS);
        reference = DatasetGraphFactory.create();
        for (SourceGraph graph : ProgramGraphs.list(BaseIri.URBIS.value())) {
            reader.read(graph, reference)
                    .quads()
                    .forEach(quad -> reference.getDefaultGraph().add(quad.asTriple()));
        }
    }

    static Stream<Source> tables() {
        return SourceCatalogue.read(List.of(SHIPPED), BaseIri.URBIS.value()).sources().stream()
                .filter(source -> source.graphs().stream()
                        .anyMatch(graph -> graph.mapping().isPresent()));
    }

    @Test
    void thereAreSome() {
        assertTrue(tables().count() >= 2, () -> "only " + tables().count());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSampleMakesWhatIsExpected(Source source) throws IOException {
        Set<String> made = new TreeSet<>();
        Set<String> mappings = new TreeSet<>();
        for (SourceGraph graph : source.graphs()) {
            graph.mapping().ifPresent(mapping -> mappings.add(mapping.label()));
        }
        for (SourceGraph graph : source.graphs()) {
            List<String> samples = graph.mapping().isPresent() ? samples(source, graph) : List.of();
            for (int form = 0; form < samples.size(); form++) {
                Set<String> statements = statements(graph, samples.get(form));
                assertTrue(
                        form == 0 || made.containsAll(statements),
                        () -> source.id() + " makes other statements of " + samples + ":\n"
                                + String.join("", statements));
                made.addAll(statements);
                mappings.remove(graph.mapping().orElseThrow().label());
            }
        }
        assertEquals(Set.of(), mappings, "mappings without a sample");
        String expected = source.id() + "/expected.nq";
        if (!SHIPPED.names().contains(expected)) {
            if (Boolean.getBoolean("urbis.write-missing-answers")) {
                Files.writeString(Path.of("sources", expected), String.join("", made));
            }
            throw new AssertionError("sources/" + expected + " is missing; the sample makes\n" + String.join("", made));
        }
        assertEquals(SHIPPED.text(expected), String.join("", made));
    }

    /** The files written by hand for a graph, one for each form in which users get the real one; for all graphs, or its own. */
    private static List<String> samples(Source source, SourceGraph graph) {
        String iri = graph.name().getURI();
        String own = source.id() + "/sample-" + iri.substring(iri.lastIndexOf('/') + 1) + ".";
        List<String> found =
                SHIPPED.names().stream().filter(name -> name.startsWith(own)).toList();
        return !found.isEmpty()
                ? found
                : SHIPPED.names().stream()
                        .filter(name -> name.startsWith(source.id() + "/sample."))
                        .toList();
    }

    private static Set<String> statements(SourceGraph graph, String sample) {
        GraphContent content =
                new GraphReader(BaseIri.URBIS).read(graph.readFrom(SourceFile.in(SHIPPED, sample)), reference);
        assertEquals(List.of(), content.faults());
        assertFalse(content.quads().isEmpty());
        return content.quads().stream()
                .map(quad -> NodeFmtLib.strNT(quad.asTriple()).replaceAll(" \\.$", "") + " <"
                        + quad.getGraph().getURI() + "> .\n")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theMappingUsesDeclaredTermsOnly(Source source) {
        ResourceFolder ontology = ResourceFolder.onClasspath("urbis/ontology");
        Set<String> declared = ontology.names(".ttl").stream()
                .flatMap(name -> Pattern.compile("(?m)^urbis:([A-Za-z0-9_-]+) a ")
                        .matcher(ontology.text(name))
                        .results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> undeclared = new TreeSet<>();
        String mappings = SHIPPED.names().stream()
                .filter(name -> name.startsWith(source.id() + "/") && name.endsWith(".rq"))
                .map(SHIPPED::text)
                .collect(Collectors.joining());
        Matcher terms = TERM.matcher(mappings);
        while (terms.find()) {
            if (!declared.contains(terms.group(1))) {
                undeclared.add(terms.group(1));
            }
        }
        assertEquals(Set.of(), undeclared);
    }
}
