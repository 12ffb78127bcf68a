package org.w3id.urbis.shapes;

import java.util.List;

/**
 * Shapes refer to shapes that no file describes.
 *
 * <p>SHACL calls such a shapes graph ill-formed and engines let it pass without a word: the constraint then holds for
 * everything. Hence it is refused.
 */
public final class MissingShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> references;

    /**
     * Names every reference that leads nowhere.
     *
     * @param references one line each: who refers, by which property, to what; at least one
     */
    public MissingShapeException(List<String> references) {
        super("Shapes refer to shapes that do not exist: " + String.join("; ", references));
        this.references = List.copyOf(references);
    }

    /**
     * Returns the references that lead nowhere.
     *
     * @return one line each: who refers, by which property, to what
     */
    public List<String> references() {
        return references;
    }
}
