package org.w3id.urbis.loader.preview;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * A thing of an entry that the graph perhaps has already.
 *
 * @param thing   the IRI that the entry gives it
 * @param known   the IRI that the graph has
 * @param labels  what the graph calls it, by language tag
 * @param score   how likely they are the same, above 0 and up to 1
 * @param reasons what they have in common, the most telling first; never empty
 */
public record Duplicate(Node thing, Node known, Map<String, String> labels, double score, List<Reason> reasons) {

    /** Copies the reasons. */
    public Duplicate {
        labels = Map.copyOf(labels);
        reasons = List.copyOf(reasons);
    }

    /**
     * Something that two things have in common.
     *
     * @param by    what it is
     * @param text  as the entry has it
     * @param known as the graph has it; the same text if it is an identifier or a website
     * @param score how likely things are the same that have it in common, above 0 and up to 1
     */
    public record Reason(By by, String text, String known, double score) {}

    /** What things can have in common. */
    public enum By {
        /** An identifier, which no two things share. */
        IDENTIFIER,
        /** Both are said to be probably the same as a thing elsewhere. */
        CLOSE_MATCH,
        /** A name. */
        NAME,
        /** An abbreviation. */
        ABBREVIATION,
        /** The host of the website. */
        WEBSITE
    }

    /**
     * Tells whether there is no doubt.
     *
     * @return true if they have an identifier in common
     */
    public boolean isCertain() {
        return reasons.stream().anyMatch(reason -> reason.by() == By.IDENTIFIER);
    }
}
