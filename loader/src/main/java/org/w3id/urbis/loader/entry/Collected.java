package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What comes of a table while it is read. */
final class Collected {

    /** After so many, more of them help nobody. */
    private static final int MOST_FAULTS = 100;

    private final List<Fact> facts = new ArrayList<>();
    private final Map<EntryContent.Gap, EntryPlace> gaps = new HashMap<>();
    private final List<EntryFault> faults = new ArrayList<>();

    void fact(Node subject, Node property, Node value, EntryPlace place) {
        facts.add(new Fact(Triple.create(subject, property, value), place));
    }

    void gap(Node thing, Node property, EntryPlace place) {
        gaps.putIfAbsent(new EntryContent.Gap(thing, property), place);
    }

    void fault(EntryFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        } else if (faults.size() == MOST_FAULTS) {
            faults.add(EntryFault.of(
                    fault.place(), EntryFault.Sort.UNFINISHED, "document.too-many-faults", "count", MOST_FAULTS));
        }
    }

    /** What has come, of a table whose cells are parted by a mark. */
    EntryContent content(char separator) {
        boolean complete = faults.stream()
                .noneMatch(fault -> fault.sort() == EntryFault.Sort.FORM || fault.sort() == EntryFault.Sort.UNFINISHED);
        return new EntryContent(facts, gaps, faults, separator, complete);
    }
}
