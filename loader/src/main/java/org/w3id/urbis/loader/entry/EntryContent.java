package org.w3id.urbis.loader.entry;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * What a table says, where, and what is wrong with it.
 *
 * @param facts     the statements, from top to bottom
 * @param gaps      for a thing and a property, the empty cell in which its value would stand
 * @param faults    what is wrong with the table; empty if nothing is
 * @param separator what parts the cells of a text, such as a comma; a blank for a workbook
 * @param complete  whether it was read to its end
 */
public record EntryContent(
        List<Fact> facts, Map<Gap, EntryPlace> gaps, List<EntryFault> faults, char separator, boolean complete) {

    /** Copies what it is given. */
    public EntryContent {
        facts = List.copyOf(facts);
        gaps = Map.copyOf(gaps);
        faults = List.copyOf(faults);
    }

    /** What a table could not be read for at all. */
    static EntryContent unreadable(EntryFault fault) {
        return new EntryContent(List.of(), Map.of(), List.of(fault), ' ', false);
    }

    /**
     * A value that is not there.
     *
     * @param thing    what lacks it
     * @param property of what property
     */
    public record Gap(Node thing, Node property) {}
}
