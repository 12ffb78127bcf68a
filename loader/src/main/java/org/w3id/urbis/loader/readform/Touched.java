package org.w3id.urbis.loader.readform;

import java.util.List;
import org.w3id.urbis.loader.readform.AmendedTerms.Spot;

/**
 * A triple that stands in other graphs than before, or in some for the first time, or in none any more.
 *
 * @param subject  where its subject stands
 * @param property where its property stands
 * @param value    where its value stands
 * @param number   its number before; negative if it stood in no graph
 * @param came     the graphs that it stands in and did not
 * @param went     the graphs that it stood in and does not
 * @param isGoing  whether it stands in no graph now
 */
record Touched(Spot subject, Spot property, Spot value, int number, List<Spot> came, List<Spot> went, boolean isGoing) {
    boolean isComing() {
        return number < 0;
    }
}
