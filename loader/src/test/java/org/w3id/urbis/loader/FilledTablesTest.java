package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.ReviewedData.ANNA;
import static org.w3id.urbis.loader.ReviewedData.CLARA;
import static org.w3id.urbis.loader.ReviewedData.WHATEVER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3id.urbis.loader.entry.EntryKind;
import org.w3id.urbis.loader.entry.EntryTerms;
import org.w3id.urbis.loader.entry.Template;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.ValidationResult;

/** Tables leave the graph, are corrected, and come back. */
class FilledTablesTest {

    private static final FilledTables TABLES = new FilledTables(EntryTerms.shipped());

    @TempDir
    private Path directory;

    private static Optional<Template> table(DatasetGraph published, EntryKind kind, String... about) {
        List<Node> things = List.of(about).stream()
                .map(text -> EntryTerms.shipped().named(text).orElseThrow())
                .toList();
        return TABLES.of(published, kind, things, "en");
    }

    private static <T> T shipped(Function<DatasetGraph, T> reading) {
        return Store.read(ReviewedData.current(ShippedGraph.loaded().data()), reading);
    }

    private static ValidationResult judged(ReviewedData data, String csv, Optional<String> corrects) {
        return data.judged(arrival(csv, corrects));
    }

    private static Reception.Arrival arrival(String csv, Optional<String> corrects) {
        return new Reception.Arrival(
                "table.csv", RdfFormat.CSV, "text/csv", csv.getBytes(StandardCharsets.UTF_8), corrects);
    }

    private static List<String> statements(ValidationResult judged) {
        return judged.files().stream()
                .map(LocatedFile::quads)
                .flatMap(List::stream)
                .map(Quad::asTriple)
                .filter(statement -> statement.getSubject().isURI())
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"NETWORK", "MEMBERSHIP", "COMMITMENT", "EVENT"})
    void whatShippedSourcesSayIsInTheTableWholly(EntryKind kind) {
        String about = kind == EntryKind.NETWORK || kind == EntryKind.EVENT
                ? "https://w3id.org/urbis/graph/city-networks-directory-2021/c40"
                : kind == EntryKind.MEMBERSHIP ? "network:human-rights-cities-network" : "network:c40";
        String csv =
                shipped(published -> table(published, kind, about).orElseThrow().csv());
        assertTrue(csv.lines().count() >= 4, csv);
        assertFalse(csv.contains("Not in this table"), csv);
    }

    @Test
    void aTableThatComesBackUnchangedSaysNothingAndWithACellChangedWhatThatCellSays() {
        String csv = shipped(published ->
                table(published, EntryKind.NETWORK, "network:c40").orElseThrow().csv());
        ReviewedData data = ReviewedData.at(ShippedGraph.loaded().data());
        ValidationResult same = judged(data, csv, Optional.empty());
        assertEquals(List.of(), statements(same));
        assertTrue(
                same.findings().stream().anyMatch(finding -> finding.message().contains("makes no statement")));

        assertTrue(csv.contains("nearly 100 cities"), csv);
        ValidationResult changed =
                judged(data, csv.replace("nearly 100 cities", "nearly 120 cities"), Optional.empty());
        assertEquals(
                List.of(), changed.findings().stream().map(Finding::message).toList());
        List<String> said = statements(changed);
        assertEquals(2, said.size(), said::toString);
        assertTrue(said.toString().contains("ontology#memberCount")
                && said.toString().contains("ontology#citation"));
    }

    @Test
    void whatWasHandedInAsATableIsCorrectedByItsOwnTable() {
        ReviewedData data = ReviewedData.in(directory.resolve("data"));
        String csv = "network,name,name@fr,memberCount,memberCount.asOf,contactPoint\n"
                + ",Ferries,Bacs,over 40 cities,2025,a@ferries.example\n,Locks,,12 cities,2024,\n";
        Reception.Arrival arrival = arrival(csv, Optional.empty());
        Submission first = data.kept(arrival, data.judged(arrival), ANNA);
        assertEquals(
                List.of(), data.review().accept(first.id(), CLARA, "", WHATEVER).findings());

        String back = Store.read(data.current(), published -> table(
                        published, EntryKind.NETWORK, "https://w3id.org/urbis/id/submission/" + first.id())
                .orElseThrow()
                .csv());
        assertTrue(back.contains("--corrects " + first.id()), back);
        assertTrue(back.contains("over 40 cities") && back.contains("network:ferries"), back);
        String corrected = back.replace("Ferries", "Ferry Towns").replace("over 40 cities", "over 45 cities");
        Reception.Arrival again = arrival(corrected, Optional.of(first.id()));
        ValidationResult judged = data.judged(again);
        assertTrue(judged.isAcceptable(), () -> judged.findings().toString());
        Submission second = data.kept(again, judged, ANNA);
        assertEquals(
                List.of(),
                data.review().accept(second.id(), CLARA, "", WHATEVER).findings());
        assertTrue(data.ask("network:ferries skos:prefLabel 'Ferry Towns'@en, 'Bacs'@fr ;"
                + " urbis:memberCount [ urbis:value 45 ] . network:locks skos:prefLabel 'Locks'@en"));
        assertFalse(data.ask("network:ferries urbis:memberCount [ urbis:value 40 ]"));
    }

    @Test
    void whatTheGraphDoesNotHaveHasNoTable() {
        ReviewedData data = ReviewedData.in(directory.resolve("data"));
        Store.read(data.current(), published -> {
            assertTrue(table(published, EntryKind.NETWORK, "network:nowhere").isEmpty());
            return null;
        });
    }
}
