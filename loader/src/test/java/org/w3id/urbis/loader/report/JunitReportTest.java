package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {

    @Test
    void hasATestCaseForEachFileAndShape() throws Exception {
        Document report =
                xml(Report.of(Judging.TWO_SHAPES.of("my.ttl", ":a a :C ; :p \"one\" , \"two\" .", ":b a :C .")));
        Element suite = element(report, "testsuite", 0);
        assertEquals("my.ttl", suite.getAttribute("name"));
        assertEquals("2", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        Element numbers = element(report, "testcase", 1);
        assertEquals("https://example.org/S-p", numbers.getAttribute("name"));
        assertEquals(2, numbers.getElementsByTagName("failure").getLength());
        Element failure = element(report, "failure", 0);
        assertEquals("A number, please.", failure.getAttribute("message"));
        assertEquals("""
            my.ttl:2:14: violation: A number, please.
              fix: Write digits alone, without commas or blanks: 10000.\
            """, failure.getTextContent());
        Element said = element(report, "testcase", 0);
        assertEquals(0, said.getElementsByTagName("failure").getLength(), "a warning fails nothing");
        assertTrue(said.getTextContent().contains("my.ttl:3:1: warning: Say q."), said.getTextContent());
    }

    @Test
    void hasATestCaseThatPassesForAGoodFile() throws Exception {
        Document report = xml(Report.of(Judging.TWO_SHAPES.of("my.ttl", ":a :b 1 .")));
        assertEquals(1, report.getElementsByTagName("testcase").getLength());
        assertEquals("1", element(report, "testsuite", 0).getAttribute("tests"));
        assertEquals("0", element(report, "testsuite", 0).getAttribute("failures"));
    }

    @Test
    void survivesWhatXmlCannotSay() throws Exception {
        Document report = xml(Report.of(
                Judging.TWO_SHAPES.of("a\u0001<\">&.ttl", ":a a :C ; :q [ :r 1 ] ; :z \"]]>\" ; :p \"\\u0001\" .")));
        assertEquals("a\uFFFD<\">&.ttl", element(report, "testsuite", 0).getAttribute("name"));
    }

    private static Element element(Document document, String name, int index) {
        return (Element) document.getElementsByTagName(name).item(index);
    }

    private static Document xml(Report report) throws Exception {
        String text = ReportFormat.JUNIT.text(report);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
