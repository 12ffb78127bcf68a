package org.w3id.urbis.loader.reach;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What two geometries have together, on the plane of longitude and latitude. */
final class Overlay {
    static final Map<String, Integer> NAMES = Map.of(
            "intersection", OverlayNG.INTERSECTION,
            "union", OverlayNG.UNION,
            "difference", OverlayNG.DIFFERENCE,
            "symDifference", OverlayNG.SYMDIFFERENCE);

    private Overlay() {}

    /**
     * Works it out.
     *
     * @throws UnusableArgumentException                       if the result has too many points
     * @throws org.locationtech.jts.geom.TopologyException if one of them crosses itself so that nothing can be told
     */
    static Geometry of(String name, Geometry one, Geometry other) {
        return Wkt.small(OverlayNGRobust.overlay(one, other, NAMES.get(name)));
    }
}
