package org.w3id.urbis.loader.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathWriter;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Wording;

/** A report to hand on: one page that needs no other file, no network and no script. */
public final class HtmlReport {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.w3id.urbis.loader.report.compiled");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");
    private static final int DEEPEST = 3;
    private static final String STYLE = style();

    private final Report report;
    private final Messages messages;
    private final Files files;

    private HtmlReport(Report report) {
        this.report = report;
        this.messages = report.messages();
        this.files = new Files(report.result());
    }

    /**
     * Returns what the page has to be allowed.
     *
     * @return a Content Security Policy that allows the page its own style sheet and nothing else
     * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
     */
    public static String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(Digests.sha256(STYLE))
                + "'; base-uri 'none'; form-action 'none'";
    }

    /**
     * Puts findings into the reader's words, for a page that shows them in its own way.
     *
     * @param report what was found, and in which language to say it
     * @return the findings, then the remarks, in the order of the result
     */
    public static List<HtmlView.Item> items(Report report) {
        HtmlReport html = new HtmlReport(report);
        return Stream.concat(report.result().findings().stream(), report.result().remarks().stream())
                .map(html::item)
                .toList();
    }

    /**
     * Returns the style sheet that {@link #contentSecurityPolicy} allows.
     *
     * @return the text of the element {@code style}
     */
    public static String styleSheet() {
        return STYLE;
    }

    /** Writes the report. */
    static void write(Report report, OutputStream out) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        TEMPLATES.render("report.jte", Map.of("view", new HtmlReport(report).view()), page);
        page.writeTo(out);
    }

    private HtmlView view() {
        boolean acceptable = report.result().isAcceptable();
        return new HtmlView(
                messages.locale().toLanguageTag(),
                RIGHT_TO_LEFT.contains(messages.locale().getLanguage()) ? "rtl" : "ltr",
                contentSecurityPolicy(),
                STYLE,
                words("report.title"),
                acceptable,
                words(acceptable ? "report.acceptable" : "report.refused"),
                report.summary(),
                report.made()
                        .map(time -> time.truncatedTo(ChronoUnit.MINUTES).toString())
                        .orElse(""),
                files());
    }

    private List<HtmlView.File> files() {
        Map<String, List<HtmlView.Item>> byFile = new LinkedHashMap<>();
        report.result().files().stream()
                .map(LocatedFile::name)
                .forEach(name -> byFile.computeIfAbsent(name, any -> new ArrayList<>()));
        Stream.concat(report.result().findings().stream(), report.result().remarks().stream())
                .forEach(finding -> byFile.computeIfAbsent(finding.file(), any -> new ArrayList<>())
                        .add(item(finding)));
        return byFile.entrySet().stream()
                .map(file -> new HtmlView.File(
                        file.getKey().isEmpty() ? words("report.no-file") : file.getKey(),
                        words("report.no-fault"),
                        file.getValue()))
                .toList();
    }

    private HtmlView.Item item(Finding finding) {
        return new HtmlView.Item(
                finding.severity().name().toLowerCase(Locale.ROOT),
                Explained.severity(finding.severity(), messages),
                place(finding.position()),
                messages.say(finding.wording()),
                files.excerpt(finding).map(HtmlReport::line).orElse(null),
                Explained.of(finding, messages).stream()
                        .map(more -> new HtmlView.Remark(Math.min(more.depth(), DEEPEST), more.label(), more.words()))
                        .toList(),
                facts(finding));
    }

    /** Where the end is not known, the word that begins there is marked. */
    private static HtmlView.Line line(Excerpt excerpt) {
        if (!excerpt.marked().isEmpty()) {
            return new HtmlView.Line(excerpt.number(), excerpt.before(), excerpt.marked(), excerpt.after());
        }
        String[] word = excerpt.after().split("(?=\\s)", 2);
        return new HtmlView.Line(excerpt.number(), excerpt.before(), word[0], word.length < 2 ? "" : word[1]);
    }

    private String place(Position position) {
        if (position.cell().isPresent()) {
            Position.Cell cell = position.cell().get();
            return cell.column().isEmpty()
                    ? messages.text(Wording.of("report.row", "row", cell.row()))
                    : messages.text(Wording.of("report.cell", "row", cell.row(), "column", cell.column()));
        }
        if (position.line() == 0) {
            return "";
        }
        return position.column() == 0
                ? messages.text(Wording.of("report.line", "line", position.line()))
                : messages.text(Wording.of("report.position", "line", position.line(), "column", position.column()));
    }

    private List<HtmlView.Fact> facts(Finding finding) {
        List<HtmlView.Fact> facts = new ArrayList<>();
        finding.position().pointer().ifPresent(pointer -> facts.add(fact("report.pointer", pointer)));
        named(finding.focusNode()).ifPresent(node -> facts.add(fact("report.about", node)));
        finding.path().map(HtmlReport::shown).ifPresent(path -> facts.add(fact("report.path", path)));
        named(finding.value()).ifPresent(value -> facts.add(fact("report.value", value)));
        Rule.of(finding).iri().ifPresent(rule -> facts.add(fact("report.rule", rule)));
        return facts;
    }

    private HtmlView.Fact fact(String label, String value) {
        return new HtmlView.Fact(words(label), value);
    }

    private static String shown(Path path) {
        return path instanceof P_Link link ? link.getNode().getURI() : PathWriter.asString(path);
    }

    /** A node as people can look it up; a blank node has nothing to look up. */
    private static Optional<String> named(Optional<Node> node) {
        return node.filter(named -> !named.isBlank())
                .map(named -> named.isURI() ? named.getURI() : named.getLiteralLexicalForm());
    }

    private String words(String key) {
        return messages.text(Wording.of(key));
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnwritableReportException("The style sheet of reports cannot be read", e);
        }
    }
}
