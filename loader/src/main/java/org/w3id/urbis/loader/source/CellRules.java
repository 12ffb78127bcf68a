package org.w3id.urbis.loader.source;

import java.util.Set;

/**
 * What the cells of a table have to be. Without it, a mapping that makes a number of a cell leaves a cell out that is none,
 * and nobody is told.
 *
 * @param required     columns in which each row has a value
 * @param numbers      columns whose values are decimal numbers, such as {@code -12.5} or {@code 4e+05}
 * @param wholeNumbers columns whose values are whole numbers, such as {@code 2030}
 */
public record CellRules(Set<String> required, Set<String> numbers, Set<String> wholeNumbers) {

    /** Cells of which anything may be. */
    public static final CellRules NONE = new CellRules(Set.of(), Set.of(), Set.of());

    /** Copies what it is given. */
    public CellRules {
        required = Set.copyOf(required);
        numbers = Set.copyOf(numbers);
        wholeNumbers = Set.copyOf(wholeNumbers);
    }
}
