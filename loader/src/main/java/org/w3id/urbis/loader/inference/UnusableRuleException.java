package org.w3id.urbis.loader.inference;

/** A rule file that ships with the program cannot be used: the program is broken, not somebody's data. */
public final class UnusableRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableRuleException(String rule, String complaint) {
        super("Rule " + rule + " " + complaint);
    }

    UnusableRuleException(String rule, String complaint, Throwable cause) {
        super("Rule " + rule + " " + complaint, cause);
    }
}
