package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.validation.Messages;

class HtmlReportTest {

    @Test
    void showsEachFindingAtItsLine() {
        String page = page(Report.of(Judging.TWO_SHAPES.of("my.ttl", ":a a :C ;", "\t:p \"one\"@en .")));
        assertTrue(page.contains("<h2><bdi>my.ttl</bdi></h2>"), page);
        assertTrue(page.contains("<span class=\"place\">line 3, column 5</span>"), page);
        assertTrue(page.contains("A number, please."), page);
        assertTrue(
                page.contains("<span class=\"number\">3</span> \t:p <mark>&#34;one&#34;@en</mark> .")
                        || page.contains("<span class=\"number\">3</span> \t:p <mark>\"one\"@en</mark> ."),
                page);
        assertTrue(page.contains("<b>fix:</b>"), page);
        assertTrue(page.contains("1 violation, 1 warning in 1 file, 2 statements."), page);
    }

    @Test
    void saysThatNothingIsWrong() {
        String page = page(
                Report.of(Judging.TWO_SHAPES.of("my.ttl", ":a :b 1 .")).madeAt(Instant.parse("2026-11-22T10:15:30Z")));
        assertTrue(page.contains("<p class=\"verdict good\">Nothing violates a rule"), page);
        assertTrue(page.contains("<p class=\"none\">no fault found</p>"), page);
        assertTrue(page.contains("<time datetime=\"2026-11-22T10:15:00Z\">"), page);
    }

    @Test
    void readsFromRightToLeftInArabic() {
        assertTrue(page(Report.of(Judging.rich()).in(Locale.of("ar"))).contains("<html lang=\"ar\" dir=\"rtl\">"));
        for (String language : Messages.LANGUAGES) {
            String page = page(Report.of(Judging.rich()).in(Locale.forLanguageTag(language)));
            assertTrue(page.contains("<html lang=\"" + language + "\""), page);
            assertEquals(language.equals("ar"), page.contains("dir=\"rtl\""));
        }
    }

    @Test
    void needsNothingElse() {
        String page = page(Report.of(Judging.rich()));
        assertFalse(Pattern.compile("<script|<link|<img|<iframe|@import|url\\(|\\son\\w+=")
                .matcher(page)
                .find());
    }

    @Test
    void allowsItsOwnStyleAlone() throws Exception {
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(page(Report.of(Judging.rich())));
        assertTrue(style.find());
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertTrue(HtmlReport.contentSecurityPolicy()
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';"));
    }

    @Test
    void showsMarkupOfAFileAsText() {
        String page = page(Report.of(Judging.TWO_SHAPES.of(
                "<img src=x onerror=alert(1)>.ttl",
                "<https://example.org/%3Cb%3E> a :C ; :p \"</pre><script>alert(1)</script>\" .")));
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("<img"), page);
        assertTrue(page.contains("&lt;script>alert(1)&lt;/script>") || page.contains("&lt;script&gt;"), page);
    }

    private static String page(Report report) {
        return ReportFormat.HTML.text(report);
    }
}
