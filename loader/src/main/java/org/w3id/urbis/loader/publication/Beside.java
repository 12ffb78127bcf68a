package org.w3id.urbis.loader.publication;

import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.loader.statement.Steps;

/**
 * What is kept with a revision for whoever makes the next one; no reader of the graph needs it.
 *
 * @param steps at which step of the rules those statements were made that follow from others, if it is known
 * @param files the content of further files, by their names
 */
public record Beside(Optional<Steps> steps, Map<String, byte[]> files) {

    /** Nothing is known. */
    public static final Beside NOTHING = new Beside(Optional.empty(), Map.of());

    /** Copies the map. */
    public Beside {
        files = Map.copyOf(files);
    }
}
