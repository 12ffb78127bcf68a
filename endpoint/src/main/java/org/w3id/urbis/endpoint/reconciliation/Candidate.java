package org.w3id.urbis.endpoint.reconciliation;

import java.util.List;
import org.w3id.urbis.loader.names.NamedThing;

/**
 * A thing that may be the one looked for.
 *
 * @param thing    the thing
 * @param likeness how much its name is like the one asked for, 0 to 1
 * @param score    all taken together, 0 to 100
 * @param certain  whether an identifier or the id was given and is its own
 * @param features what the score was made of
 * @param match    whether it may be taken without a look
 */
record Candidate(
        NamedThing thing, double likeness, double score, boolean certain, List<Feature> features, boolean match) {

    Candidate {
        features = List.copyOf(features);
    }

    Candidate matched() {
        return new Candidate(thing, likeness, score, certain, features, true);
    }
}
