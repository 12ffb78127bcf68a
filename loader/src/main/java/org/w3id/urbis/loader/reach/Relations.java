package org.w3id.urbis.loader.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Geometry;

/**
 * How two geometries lie to each other: as simple features, by Egenhofer, and by the region connection calculus.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">GeoSPARQL 1.1, tables of relations</a>
 */
final class Relations {
    private static final Map<String, BiPredicate<Geometry, Geometry>> ALL = all();

    private Relations() {}

    /** What they are called after the namespace. */
    static List<String> names() {
        return new ArrayList<>(ALL.keySet());
    }

    /** Whether one geometry lies to another as a relation has it. */
    static boolean holds(String name, Geometry one, Geometry other) {
        return ALL.get(name).test(one, other);
    }

    private static Map<String, BiPredicate<Geometry, Geometry>> all() {
        Map<String, BiPredicate<Geometry, Geometry>> all = new LinkedHashMap<>();
        all.put("sfEquals", Geometry::equalsTopo);
        all.put("sfDisjoint", Geometry::disjoint);
        all.put("sfIntersects", Geometry::intersects);
        all.put("sfTouches", Geometry::touches);
        all.put("sfCrosses", Geometry::crosses);
        all.put("sfWithin", Geometry::within);
        all.put("sfContains", Geometry::contains);
        all.put("sfOverlaps", Geometry::overlaps);
        all.put("ehEquals", Geometry::equalsTopo);
        all.put("ehDisjoint", Geometry::disjoint);
        all.put("ehMeet", Geometry::touches);
        all.put("ehOverlap", matrix("T*T***T**"));
        all.put("ehCovers", matrix("T*TFT*FF*"));
        all.put("ehCoveredBy", matrix("TFF*TFT**"));
        all.put("ehInside", matrix("TFF*FFT**"));
        all.put("ehContains", matrix("T*TFF*FF*"));
        all.put("rcc8eq", matrix("TFFFTFFFT"));
        all.put("rcc8dc", matrix("FFTFFTTTT"));
        all.put("rcc8ec", matrix("FFTFTTTTT"));
        all.put("rcc8po", matrix("TTTTTTTTT"));
        all.put("rcc8tppi", matrix("TTTFTTFFT"));
        all.put("rcc8tpp", matrix("TFFTTFTTT"));
        all.put("rcc8ntpp", matrix("TFFTFFTTT"));
        all.put("rcc8ntppi", matrix("TTTFFTFFT"));
        return all;
    }

    private static BiPredicate<Geometry, Geometry> matrix(String pattern) {
        return (one, other) -> one.relate(other, pattern);
    }
}
