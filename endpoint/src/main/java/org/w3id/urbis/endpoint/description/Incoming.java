package org.w3id.urbis.endpoint.description;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Those that refer to a thing by one property.
 *
 * @param property the property
 * @param count    how many subjects do; not counted beyond {@link DescriptionReader#MOST_COUNTED}
 * @param shown    a quad for each subject shown, at most {@link DescriptionReader#MOST_SHOWN}
 */
public record Incoming(Node property, int count, List<Quad> shown) {
    /** Whether some are left out. */
    public boolean isCut() {
        return count > shown.size();
    }

    /** Whether there may be more than were counted. */
    public boolean isCountedInPart() {
        return count >= DescriptionReader.MOST_COUNTED;
    }
}
