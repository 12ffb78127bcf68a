package org.w3id.urbis.endpoint.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.CheckView;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.loader.report.HtmlReport;
import org.w3id.urbis.loader.report.HtmlView;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.MendedText;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.ValidationResult;

/** Lays out what was found in a text. */
final class CheckPage {
    /** Nobody reads more; all are in the report. */
    private static final int MOST_FINDINGS = 300;

    /** The type of a text that is told by its name and by what stands in it. */
    static final String GUESS = "auto";

    private static final Map<RdfFormat, String> NAMES = Map.of(
            RdfFormat.TURTLE, "Turtle",
            RdfFormat.TRIG, "TriG",
            RdfFormat.N_TRIPLES, "N-Triples",
            RdfFormat.N_QUADS, "N-Quads",
            RdfFormat.RDF_XML, "RDF/XML",
            RdfFormat.JSON_LD, "JSON-LD");
    private static final Map<ReportFormat, String> REPORTS = Map.of(
            ReportFormat.TEXT, "text",
            ReportFormat.JSON, "JSON",
            ReportFormat.TURTLE, "SHACL, Turtle",
            ReportFormat.JSONLD, "SHACL, JSON-LD",
            ReportFormat.SARIF, "SARIF",
            ReportFormat.JUNIT, "JUnit",
            ReportFormat.HTML, "HTML");

    private final Identifiers identifiers;

    CheckPage(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /**
     * What stands in the fields of the page.
     *
     * @param text     the text
     * @param name     what its file is called; empty if nobody says
     * @param type     what the reader chose as its format
     * @param corrects the submission whose place it is to take; empty for none
     */
    record Written(String text, String name, String type, String corrects) {}

    /** The page before anything is checked. */
    CheckView empty(Languages languages) {
        return view(new Written("", "", GUESS, ""), languages, CheckView.Verdict.NONE);
    }

    /** The page of a text in which something was found. */
    CheckView of(Written written, Languages languages, ValidationResult result) {
        Report report = Report.of(result).in(Locale.forLanguageTag(languages.first()));
        return view(written, languages, verdict(written.text(), report));
    }

    private CheckView view(Written written, Languages languages, CheckView.Verdict verdict) {
        Words words = Words.of(languages.first());
        String type = written.type();
        List<CheckView.Type> types = new ArrayList<>();
        types.add(new CheckView.Type(GUESS, words.get("check.guess"), type.equals(GUESS)));
        Stream.of(RdfFormat.values())
                .filter(format -> format != RdfFormat.XLSX)
                .map(format -> new CheckView.Type(
                        format.mediaType(), NAMES.getOrDefault(format, format.name()), type.equals(format.mediaType())))
                .forEach(types::add);
        List<CheckView.Type> reports = Stream.of(ReportFormat.values())
                .map(format -> new CheckView.Type(format.shortName(), REPORTS.get(format), format == ReportFormat.HTML))
                .toList();
        return new CheckView(written.text(), written.name(), types, verdict, reports, written.corrects(), "", "");
    }

    private CheckView.Verdict verdict(String text, Report report) {
        ValidationResult result = report.result();
        List<Finding> findings = Stream.concat(result.findings().stream(), result.remarks().stream())
                .toList();
        List<HtmlView.Item> items = HtmlReport.items(report);
        List<CheckView.Shown> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_FINDINGS, items.size()); i++) {
            shown.add(shown(i + 1, findings.get(i), items.get(i)));
        }
        MarkedLines lines = new MarkedLines(text, findings.subList(0, shown.size()));
        int fixes = (int) findings.stream()
                .filter(MendedText::isSure)
                .map(MendedText::key)
                .distinct()
                .count();
        return new CheckView.Verdict(
                true,
                result.isAcceptable(),
                report.summary(),
                shown,
                items.size() - shown.size(),
                fixes,
                lines.shown(),
                lines.isShortened());
    }

    private CheckView.Shown shown(int number, Finding finding, HtmlView.Item item) {
        Position place = finding.position();
        String range = place.line() == 0
                ? ""
                : place.line() + ":" + place.column() + ":" + place.endLine() + ":" + place.endColumn();
        return new CheckView.Shown(
                number,
                item,
                place.line(),
                range,
                item.facts().stream()
                        .map(fact -> new CheckView.Fact(fact.label(), fact.value(), href(fact.value())))
                        .toList(),
                MendedText.isSure(finding) ? MendedText.key(finding) : "");
    }

    private String href(String value) {
        return identifiers.isOurs(value) && Identifiers.isAbsoluteIri(value) ? identifiers.href(value) : "";
    }
}
