package org.w3id.urbis.loader;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.urbis.loader.publication.Revision;

/**
 * How many faults the load that made a revision found in a source. Whoever reads a published source reads one without
 * violations, as nothing that has any is published.
 *
 * @param violations how many violations were found in it
 * @param warnings   how many warnings
 */
public record LoadFindings(long violations, long warnings) {

    /**
     * Reads what is kept beside a revision.
     *
     * @return by the ids of the sources that this load read; empty if nothing is kept, as beside a store of others
     */
    public static Map<String, LoadFindings> of(Revision revision) {
        Map<String, LoadFindings> bySource = new TreeMap<>();
        Told.of(revision).map(Told::sources).orElse(List.of()).stream()
                .filter(source -> source.state() == SourceReport.State.READ)
                .forEach(source -> bySource.put(source.id(), new LoadFindings(source.violations(), source.warnings())));
        return bySource;
    }
}
