package org.w3id.urbis.loader.validation;

import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** How grave a finding is. */
public enum Severity {

    /** Nothing of what is judged may enter. */
    VIOLATION,

    /** It may enter; the finding is counted and shown. */
    WARNING,

    /** Worth knowing, and no fault. */
    INFO;

    /** SHACL's name of the severity. */
    Node term() {
        return switch (this) {
            case VIOLATION -> SHACL.Violation;
            case WARNING -> SHACL.Warning;
            case INFO -> SHACL.Info;
        };
    }

    /**
     * Translates a severity of SHACL.
     *
     * @param severity the IRI of a severity
     * @return ours of that name; {@link #VIOLATION} for an IRI that SHACL does not name, so that nothing slips through
     */
    static Severity of(Node severity) {
        if (SHACL.Warning.equals(severity)) {
            return WARNING;
        }
        return SHACL.Info.equals(severity) ? INFO : VIOLATION;
    }

    /** Tells whether SHACL itself has a severity. */
    static boolean isOfShacl(Node severity) {
        return of(severity).term().equals(severity);
    }
}
