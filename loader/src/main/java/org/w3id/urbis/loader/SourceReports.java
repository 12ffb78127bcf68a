package org.w3id.urbis.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

/** What is told of each source after a reading. */
final class SourceReports {

    private final Reading reading;
    private final Selection selection;

    SourceReports(Reading reading) {
        this.reading = reading;
        this.selection = reading.selection();
    }

    /** What each source gave. */
    List<SourceReport> of(List<Finding> findings) {
        Stream<SourceReport> read = selection.read().stream().map(source -> report(source, findings));
        Stream<SourceReport> kept = selection.kept().stream()
                .map(id -> new SourceReport(
                        id,
                        SourceReport.State.KEPT,
                        (int) reading.keptSizes(id)[0],
                        reading.keptSizes(id)[1],
                        0,
                        0,
                        LinkCount.NONE));
        Stream<SourceReport> missing = missing(selection).stream();
        Stream<SourceReport> dropped = selection.dropped().stream()
                .map(id -> new SourceReport(id, SourceReport.State.DROPPED, 0, 0, 0, 0, LinkCount.NONE));
        return Stream.of(read, kept, missing, dropped)
                .flatMap(each -> each)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** What is told of sources that are not read because their files are not there. */
    static List<SourceReport> missing(Selection selection) {
        return selection.missing().stream()
                .map(source -> new SourceReport(
                        source.id(), SourceReport.State.MISSING, source.graphs().size(), 0, 0, 0, LinkCount.NONE))
                .toList();
    }

    private SourceReport report(Source source, List<Finding> findings) {
        List<String> labels = new ArrayList<>(List.of(source.description().label()));
        source.graphs().forEach(graph -> graph.file().ifPresent(file -> labels.add(file.label())));
        source.graphs().forEach(graph -> graph.mapping().ifPresent(file -> labels.add(file.label())));
        List<Finding> its = findings.stream()
                .filter(finding -> labels.contains(finding.file()))
                .toList();
        return new SourceReport(
                source.id(),
                SourceReport.State.READ,
                source.graphs().size(),
                source.graphs().stream()
                        .mapToLong(graph -> reading.gathered().size(graph.name()))
                        .sum(),
                its.stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION)
                        .count(),
                its.stream()
                        .filter(finding -> finding.severity() == Severity.WARNING)
                        .count(),
                reading.links(source));
    }
}
