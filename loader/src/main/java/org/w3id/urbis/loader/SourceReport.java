package org.w3id.urbis.loader;

import org.w3id.urbis.loader.linking.LinkCount;

/**
 * What a source gave to a load.
 *
 * @param id         its id
 * @param state      what was done with it
 * @param graphs     how many graphs it fills
 * @param quads      how many statements they hold together
 * @param violations how many violations were found in its files
 * @param warnings   how many warnings
 * @param links      how many of its cities were found among those of other sources
 */
public record SourceReport(
        String id, State state, int graphs, long quads, long violations, long warnings, LinkCount links) {

    /** What was done with a source. */
    public enum State {
        /** Read from its files. */
        READ,
        /** Kept as the current revision has it. */
        KEPT,
        /** Not loaded: its file does not ship and was never given. */
        MISSING,
        /** Was in the current revision; no folder describes it any more. */
        DROPPED
    }
}
