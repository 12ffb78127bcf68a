package org.w3id.urbis.loader.report;

import java.util.List;
import org.w3id.urbis.loader.validation.Said;

/**
 * What the page of a report shows, all in the reader's words. It is public for templates, which are compiled into packages
 * of their own, and for other pages that show findings.
 *
 * @param language   of the page, a tag of BCP 47
 * @param direction  {@code rtl} or {@code ltr}
 * @param policy     what the page may load, for the browser: its own style and nothing else
 * @param style      the style sheet
 * @param title      what the page is
 * @param acceptable whether the data may enter
 * @param verdict    the same in words
 * @param summary    how much was found
 * @param made       when, by ISO 8601; empty if it is not known
 * @param files      file by file
 */
public record HtmlView(
        String language,
        String direction,
        String policy,
        String style,
        String title,
        boolean acceptable,
        String verdict,
        String summary,
        String made,
        List<File> files) {

    /** Copies the files. */
    public HtmlView {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param name     its name
     * @param nothing  that nothing is wrong with it
     * @param findings what was found in it
     */
    public record File(String name, String nothing, List<Item> findings) {

        /** Copies the findings. */
        public File {
            findings = List.copyOf(findings);
        }
    }

    /**
     * One finding.
     *
     * @param kind     its severity, for the style sheet
     * @param severity its severity in words
     * @param place    where it is, in words; empty if that is not known
     * @param message  what is wrong
     * @param excerpt  the line; null if there is none
     * @param remarks  reasons and how to mend it
     * @param facts    what it is about
     */
    public record Item(
            String kind,
            String severity,
            String place,
            Said message,
            Line excerpt,
            List<Remark> remarks,
            List<Fact> facts) {

        /** Copies the lists. */
        public Item {
            remarks = List.copyOf(remarks);
            facts = List.copyOf(facts);
        }
    }

    /**
     * A line of a file.
     *
     * @param number counted from 1
     * @param before what stands before the fault
     * @param marked the fault
     * @param after  what stands after it
     */
    public record Line(int number, String before, String marked, String after) {}

    /**
     * What is said below a message.
     *
     * @param depth how deep it is below the message, 1 to 3
     * @param label what it is
     * @param words what is said
     */
    public record Remark(int depth, String label, String words) {}

    /**
     * One thing that is known of a finding.
     *
     * @param label what it is
     * @param value as data has it
     */
    public record Fact(String label, String value) {}
}
