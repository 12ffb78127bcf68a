package org.w3id.urbis.loader.report;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

/**
 * A report for build servers: a test suite for each file, in it a test case for each shape that the file violates. A file
 * without violations has one test case, which passes; warnings and remarks are what a test case that passes prints.
 */
final class JunitReport {

    private final Messages messages;
    private final XMLStreamWriter xml;

    private JunitReport(Messages messages, XMLStreamWriter xml) {
        this.messages = messages;
        this.xml = xml;
    }

    /** Writes the report. */
    static void write(Report report, OutputStream out) {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new JunitReport(report.messages(), xml).suites(report);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new UnwritableReportException("Cannot write the report as XML", e);
        }
    }

    private void suites(Report report) throws XMLStreamException {
        Map<String, List<Finding>> byFile = new LinkedHashMap<>();
        report.result().files().stream()
                .map(LocatedFile::name)
                .forEach(name -> byFile.computeIfAbsent(name, any -> new ArrayList<>()));
        Stream.concat(report.result().findings().stream(), report.result().remarks().stream())
                .forEach(finding -> byFile.computeIfAbsent(finding.file(), any -> new ArrayList<>())
                        .add(finding));
        start(0, "testsuites");
        xml.writeAttribute("name", "urbis validate");
        for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
            suite(file.getKey(), byRule(file.getValue()));
        }
        end(0);
    }

    private static Map<Rule, List<Finding>> byRule(List<Finding> findings) {
        Map<Rule, List<Finding>> rules = new LinkedHashMap<>();
        findings.forEach(finding -> rules.computeIfAbsent(Rule.of(finding), any -> new ArrayList<>())
                .add(finding));
        return rules;
    }

    private void suite(String file, Map<Rule, List<Finding>> rules) throws XMLStreamException {
        String name = file.isEmpty() ? messages.text(Wording.of("report.no-file")) : file;
        long failures = rules.values().stream().filter(JunitReport::fails).count();
        start(1, "testsuite");
        attribute("name", name);
        attribute("tests", Integer.toString(Math.max(1, rules.size())));
        attribute("failures", Long.toString(failures));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("time", "0");
        if (rules.isEmpty()) {
            startCase(name, messages.text(Wording.of("report.no-fault")));
            end(2);
        }
        for (Map.Entry<Rule, List<Finding>> rule : rules.entrySet()) {
            startCase(name, rule.getKey().id());
            for (Finding finding : rule.getValue()) {
                if (finding.severity() == Severity.VIOLATION) {
                    failure(rule.getKey(), finding);
                }
            }
            remarks(rule.getValue());
            end(2);
        }
        end(1);
    }

    private static boolean fails(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION);
    }

    private void startCase(String file, String name) throws XMLStreamException {
        start(2, "testcase");
        attribute("name", name);
        attribute("classname", file);
        attribute("time", "0");
    }

    private void failure(Rule rule, Finding finding) throws XMLStreamException {
        start(3, "failure");
        attribute("message", messages.text(finding.wording()));
        attribute("type", rule.component().getURI());
        xml.writeCharacters(allowed(text(finding)));
        xml.writeEndElement();
    }

    private void remarks(List<Finding> findings) throws XMLStreamException {
        StringBuilder remarks = new StringBuilder();
        findings.stream()
                .filter(finding -> finding.severity() != Severity.VIOLATION)
                .forEach(finding -> remarks.append(text(finding)).append('\n'));
        if (!remarks.isEmpty()) {
            start(3, "system-out");
            xml.writeCharacters(allowed(remarks.toString()));
            xml.writeEndElement();
        }
    }

    private String text(Finding finding) {
        StringBuilder text = new StringBuilder(Place.of(finding))
                .append(Explained.severity(finding.severity(), messages))
                .append(": ")
                .append(messages.text(finding.wording()));
        for (Explained more : Explained.of(finding, messages)) {
            text.append('\n')
                    .append("  ".repeat(more.depth()))
                    .append(more.label())
                    .append(": ")
                    .append(more.words());
        }
        return text.toString();
    }

    private void start(int depth, String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    /** XML 1.0 has no way to write some characters, which a file may well hold. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF
                        ? c
                        : 0xFFFD)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
