package org.w3id.urbis.loader.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.entry.EntryContent.Gap;

/**
 * The cells of a table by the packed places of an index, and those that are empty.
 *
 * @param cells packed place to the place that is shown
 * @param gaps  the cell in which a value would stand that is not there
 */
record TablePlaces(Map<Long, Position> cells, Map<Gap, Position> gaps) {

    /** What is no table. */
    static final TablePlaces NONE = new TablePlaces(Map.of(), Map.of());

    TablePlaces {
        cells = Map.copyOf(cells);
        gaps = Map.copyOf(gaps);
    }

    Optional<Position> position(long packed) {
        return Optional.ofNullable(cells.get(packed));
    }

    Optional<Position> gap(Node thing, Node property) {
        return Optional.ofNullable(gaps.get(new Gap(thing, property)));
    }

    TablePlaces renamed(UnaryOperator<Node> names) {
        Map<Gap, Position> renamed = new HashMap<>();
        gaps.forEach((gap, place) -> renamed.put(new Gap(names.apply(gap.thing()), gap.property()), place));
        return new TablePlaces(cells, renamed);
    }
}
