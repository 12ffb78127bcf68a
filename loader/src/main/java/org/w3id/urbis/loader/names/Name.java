package org.w3id.urbis.loader.names;

/**
 * One name of a thing, as the graph has it.
 *
 * @param text     the name
 * @param language its language tag; empty if the graph states none
 * @param role     what sort of name it is
 */
public record Name(String text, String language, Role role) {

    /** Sorts of names, the one to show first. */
    public enum Role {
        /** What it is called: preferred label, title. */
        PREFERRED,
        /** What it is also called. */
        ALTERNATIVE,
        /** A short form. */
        ABBREVIATION,
        /** What it was called before. */
        FORMER
    }
}
