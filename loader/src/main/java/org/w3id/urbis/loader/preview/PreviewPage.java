package org.w3id.urbis.loader.preview;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.w3id.urbis.loader.report.HtmlReport;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Said;
import org.w3id.urbis.loader.validation.Wording;

/** A preview as one page that needs no other file, no network and no script. */
final class PreviewPage {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.w3id.urbis.loader.report.compiled");

    private PreviewPage() {}

    static void write(PreviewReport report, OutputStream out) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        TEMPLATES.render("preview.jte", Map.of("view", view(report)), page);
        page.writeTo(out);
    }

    private static PreviewView view(PreviewReport written) {
        Report report = written.report();
        Messages messages = report.messages();
        boolean acceptable = report.result().isAcceptable();
        String language = messages.locale().toLanguageTag();
        return new PreviewView(
                language,
                language.equals("ar") ? "rtl" : "ltr",
                HtmlReport.contentSecurityPolicy(),
                HtmlReport.styleSheet(),
                messages.text(Wording.of("preview.title")),
                acceptable,
                messages.text(Wording.of(acceptable ? "report.acceptable" : "report.refused")),
                report.summary(),
                report.result().findings().stream()
                        .map(finding -> item(finding, messages))
                        .toList(),
                Told.of(written).orElse(null));
    }

    private static PreviewView.Item item(Finding finding, Messages messages) {
        String kind = finding.severity().name().toLowerCase(Locale.ROOT);
        Said said = messages.say(finding.wording());
        return new PreviewView.Item(
                kind,
                messages.text(Wording.of("severity." + kind)),
                finding.line() == 0 ? finding.file() : finding.file() + ":" + finding.line() + ":" + finding.column(),
                said.text(),
                said.language(),
                finding.fix().map(fix -> messages.text(fix.wording())).orElse(""));
    }
}
