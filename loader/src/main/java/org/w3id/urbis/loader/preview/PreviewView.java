package org.w3id.urbis.loader.preview;

import java.util.List;

/**
 * What the page of a preview shows, all in the reader's words. It is public for the template alone, which is compiled into a
 * package of its own.
 *
 * @param language   of the page, a tag of BCP 47
 * @param direction  {@code rtl} or {@code ltr}
 * @param policy     what the page may load, for the browser: its own style and nothing else
 * @param style      the style sheet
 * @param title      what the page is
 * @param acceptable whether the data may enter
 * @param verdict    the same in words
 * @param summary    how much was found
 * @param findings   what was found
 * @param told       what would change; null if the file cannot be read to its end
 */
public record PreviewView(
        String language,
        String direction,
        String policy,
        String style,
        String title,
        boolean acceptable,
        String verdict,
        String summary,
        List<Item> findings,
        Told told) {

    /** Copies the findings. */
    public PreviewView {
        findings = List.copyOf(findings);
    }

    /**
     * One finding.
     *
     * @param kind     its severity, for the style sheet
     * @param severity its severity in words
     * @param place    where it is: file, line and column; empty if that is not known
     * @param message  what is wrong
     * @param language of the message, a tag of BCP 47; empty if it is not known
     * @param fix      how to mend it; empty if nothing can be told
     */
    public record Item(String kind, String severity, String place, String message, String language, String fix) {}
}
