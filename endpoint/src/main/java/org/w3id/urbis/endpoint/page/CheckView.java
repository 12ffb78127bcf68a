package org.w3id.urbis.endpoint.page;

import java.util.List;
import org.w3id.urbis.loader.report.HtmlView;

/**
 * The page on which a text is checked.
 *
 * @param text    the text; empty at first
 * @param name    what its file is called; empty if it has no name
 * @param types   formats to choose from
 * @param verdict what was found
 * @param reports forms in which the report can be had, as parameter and name
 * @param corrects the submission whose place the text is to take; empty for none
 * @param handedIn the submission that the text has become; empty if it was not handed in
 * @param refused  why it was not handed in; empty if it was, or nobody asked
 */
public record CheckView(
        String text,
        String name,
        List<Type> types,
        Verdict verdict,
        List<Type> reports,
        String corrects,
        String handedIn,
        String refused) {

    /** The same page after its text was handed in. */
    public CheckView handedIn(String submission) {
        return new CheckView(text, name, types, verdict, reports, corrects, submission, "");
    }

    /** The same page after its text was not taken in, for a reason; nothing was found in it then. */
    public CheckView refused(String why) {
        return new CheckView(text, name, types, Verdict.NONE, reports, corrects, "", why);
    }

    /**
     * One of several to choose from.
     *
     * @param value    as it is sent
     * @param label    for people
     * @param selected whether it is the one now
     */
    public record Type(String value, String label, boolean selected) {}

    /**
     * What was found in a text.
     *
     * @param checked    whether anything was checked at all
     * @param acceptable whether it may be handed in
     * @param summary    how much was found in how much
     * @param findings   what was found, as far as the page shows it
     * @param more       how many findings the page does not show
     * @param fixes      how many different fixes can be made without a person deciding
     * @param lines      the text by lines, with those marked that something was found in
     * @param shortened  whether lines far from any finding are left out
     */
    public record Verdict(
            boolean checked,
            boolean acceptable,
            String summary,
            List<Shown> findings,
            int more,
            int fixes,
            List<Line> lines,
            boolean shortened) {
        /** Before anything was checked. */
        public static final Verdict NONE = new Verdict(false, false, "", List.of(), 0, 0, List.of(), false);
    }

    /**
     * A finding.
     *
     * @param number counted from 1
     * @param item   in the reader's words
     * @param line   where it is; 0 if that is not known
     * @param range  line, column, last line, and column behind the last character, with colons between; empty if not known
     * @param facts  what it is about
     * @param fix    how to call for its fix; empty if a person has to decide
     */
    public record Shown(int number, HtmlView.Item item, int line, String range, List<Fact> facts, String fix) {}

    /**
     * One thing that is known of a finding.
     *
     * @param label what it is
     * @param value as data has it
     * @param href  where that is described; empty if nowhere
     */
    public record Fact(String label, String value, String href) {}

    /**
     * A line of the text.
     *
     * @param number  counted from 1
     * @param kind    the gravest finding in it, for the style sheet; empty if there is none
     * @param finding the number of the first finding in it; 0 if there is none
     * @param pieces  what stands in it
     * @param gap     whether lines before it are left out
     */
    public record Line(int number, String kind, int finding, List<Piece> pieces, boolean gap) {}

    /**
     * A piece of a line.
     *
     * @param text   what stands there
     * @param marked whether a finding is about it
     */
    public record Piece(String text, boolean marked) {}
}
