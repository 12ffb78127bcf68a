package org.w3id.urbis.loader.validation;

import java.util.Objects;

/**
 * A text with its language.
 *
 * @param text     the text
 * @param language its language as a tag of BCP 47; empty if it is not known
 */
public record Said(String text, String language) {

    static final Said NOTHING = new Said("", "");

    /** Refuses parts that are missing. */
    public Said {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
    }
}
