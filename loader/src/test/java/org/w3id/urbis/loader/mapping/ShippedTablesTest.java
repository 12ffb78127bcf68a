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
 * Each source that is a table shows in {@code sample.csv} and {@code expected.nq} what its mapping makes of a few rows.
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
        SourceGraph table = source.graphs().stream()
                .filter(graph -> graph.mapping().isPresent())
                .findFirst()
                .orElseThrow();
        SourceGraph sample = table.readFrom(SourceFile.in(SHIPPED, source.id() + "/sample.csv"));
        GraphContent content = new GraphReader(BaseIri.URBIS).read(sample, reference);
        assertEquals(List.of(), content.faults());
        assertFalse(content.quads().isEmpty());
        String made = content.quads().stream()
                .map(quad -> NodeFmtLib.strNT(quad.asTriple()).replaceAll(" \\.$", "") + " <"
                        + quad.getGraph().getURI() + "> .\n")
                .sorted()
                .collect(Collectors.joining());
        String expected = source.id() + "/expected.nq";
        if (!SHIPPED.names().contains(expected)) {
            if (Boolean.getBoolean("urbis.write-missing-answers")) {
                Files.writeString(Path.of("sources", expected), made);
            }
            throw new AssertionError("sources/" + expected + " is missing; the sample makes\n" + made);
        }
        assertEquals(SHIPPED.text(expected), made);
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
        Matcher terms = TERM.matcher(SHIPPED.text(source.id() + "/mapping.rq"));
        while (terms.find()) {
            if (!declared.contains(terms.group(1))) {
                undeclared.add(terms.group(1));
            }
        }
        assertEquals(Set.of(), undeclared);
    }
}
