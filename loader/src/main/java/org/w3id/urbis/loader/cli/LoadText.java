package org.w3id.urbis.loader.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.w3id.urbis.loader.LoadReport;
import org.w3id.urbis.loader.SourceReport;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

/** What came of a load, for people. */
final class LoadText {

    /** The name of the file for all findings of the last load that had too many of one kind. */
    static final String FINDINGS = "findings.txt";

    private final LoadReport report;
    private final StringBuilder text = new StringBuilder();

    /**
     * Writes it.
     *
     * @param all the file for all findings if there are too many of one kind to show them all
     * @throws ImpossibleException if that file cannot be written
     */
    LoadText(LoadReport report, Path all) {
        this.report = report;
        FindingKinds kinds = new FindingKinds(report.findings());
        text.append(kinds.shown());
        if (!kinds.isWhole()) {
            keep(all);
            text.append(String.format(
                    Locale.ROOT,
                    "All %,d findings are in %s%n",
                    report.findings().size(),
                    all));
        }
        if (!report.findings().isEmpty()) {
            text.append('\n');
        }
        sources();
        text.append('\n').append(sentence()).append('\n');
    }

    private void keep(Path all) {
        try {
            Files.createDirectories(all.toAbsolutePath().getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(all)) {
                for (Finding finding : report.findings()) {
                    writer.write(FindingKinds.lines(finding));
                }
            }
        } catch (IOException e) {
            throw new ImpossibleException("Cannot write " + all, e);
        }
    }

    private void sources() {
        Columns columns = new Columns(
                List.of("source", "graphs", "statements", "violations", "warnings", ""),
                false,
                true,
                true,
                true,
                true,
                false);
        List<SourceReport> there = report.sources().stream()
                .filter(source -> source.state() != SourceReport.State.MISSING)
                .filter(source ->
                        report.outcome() != LoadReport.Outcome.REFUSED || source.quads() > 0 || source.violations() > 0)
                .toList();
        for (SourceReport source : there) {
            columns.row(
                    source.id(),
                    number(source.graphs()),
                    number(source.quads()),
                    number(source.violations()),
                    number(source.warnings()),
                    state(source.state()));
        }
        text.append(columns);
        report.sources().forEach(this::links);
        long missing = report.sources().stream()
                .filter(source -> source.state() == SourceReport.State.MISSING)
                .count();
        if (missing > 0) {
            text.append(missing)
                    .append(missing == 1 ? " more source is" : " more sources are")
                    .append(" known whose files do not ship; \"urbis sources\" tells where to get them.\n");
        }
    }

    private void links(SourceReport source) {
        LinkCount links = source.links();
        if (!links.equals(LinkCount.NONE)) {
            text.append(source.id())
                    .append(": ")
                    .append(number(links.linked()))
                    .append(" cities are known from other sources, ")
                    .append(number(links.unsure()))
                    .append(" may be, ")
                    .append(number(links.unknown()))
                    .append(" are not\n");
        }
    }

    private static String state(SourceReport.State state) {
        return switch (state) {
            case READ, MISSING -> "";
            case KEPT -> "kept as published";
            case DROPPED -> "dropped: no folder describes it any more";
        };
    }

    private String sentence() {
        String change = report.change().isNone()
                ? "nothing"
                : number(report.change().gained()) + " statements gained and "
                        + number(report.change().lost()) + " lost";
        String size = number(report.stated() + report.inferred()) + " statements, " + number(report.inferred())
                + " of them inferred";
        return switch (report.outcome()) {
            case PUBLISHED ->
                "Published revision " + report.revision().orElseThrow().number() + ": " + size + "; " + change + ".";
            case UNCHANGED -> "Nothing has changed, so nothing was published: " + size + ".";
            case TRIED -> "Would publish " + size + "; " + change + ".";
            case REFUSED ->
                "Nothing was published: " + number(report.count(Severity.VIOLATION)) + " violation"
                        + (report.count(Severity.VIOLATION) == 1 ? "" : "s") + ".";
        };
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
