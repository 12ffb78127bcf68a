package org.w3id.urbis.endpoint.page;

import org.w3id.urbis.endpoint.negotiation.Languages;

/**
 * Words in a language.
 *
 * @param value the words
 * @param lang  language tag, empty if not known
 */
public record Text(String value, String lang) {
    /** Words whose language is not known. */
    public static Text plain(String value) {
        return new Text(value, "");
    }

    /** {@code ltr} or {@code rtl} for a known language, {@code auto} otherwise: the browser then decides by the letters. */
    public String dir() {
        return lang.isEmpty() ? "auto" : Languages.direction(lang);
    }

    /** The language, or null, which leaves the attribute out. */
    public String langAttribute() {
        return lang.isEmpty() ? null : lang;
    }
}
