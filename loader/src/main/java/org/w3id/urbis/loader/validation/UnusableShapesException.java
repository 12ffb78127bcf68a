package org.w3id.urbis.loader.validation;

/** Nothing can be judged by the shapes that were given: they are not well written, or SHACL does not allow them. */
public final class UnusableShapesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ValidationResult faults;

    /**
     * Keeps what is wrong.
     *
     * @param faults the files of shapes and what is wrong with them, which is one violation or more
     */
    UnusableShapesException(ValidationResult faults) {
        super(message(faults));
        this.faults = faults;
    }

    /**
     * Returns what is wrong.
     *
     * @return the files of shapes and the faults in them, one or more
     */
    public ValidationResult faults() {
        return faults;
    }

    private static String message(ValidationResult faults) {
        Finding first = faults.findings().getFirst();
        String place = first.line() == 0 ? first.file() : first.file() + ":" + first.line() + ":" + first.column();
        return (place.isEmpty() ? "" : place + ": ") + first.message();
    }
}
