package org.w3id.urbis.benchmark.reach;

import java.util.List;
import java.util.Locale;

/** What maps, searches and overviews ask of a graph with many places. */
public final class Questions {
    private static final double HALF_HEIGHT = 2;
    private static final double HALF_WIDTH = 3;
    private static final int MANY = 1000;

    private Questions() {}

    /** All of them, in the order of the table. */
    public static List<Question> all() {
        return List.of(
                Question.indexed("cities in a box of 4 by 6 degrees, `spatial:withinBox`", Questions::box),
                Question.plain("the same by `FILTER` on latitude and longitude", Questions::boxByFilter),
                Question.indexed(
                        "the 20 nearest cities within 500 km, `spatial:nearby` with a limit of its own",
                        Questions::nearestFirst,
                        Questions::nearest),
                Question.indexed("the same, all distances sorted", Questions::nearest),
                Question.plain("the same by the haversine formula", Questions::nearestByFormula),
                Question.plain("the same by the spherical law of cosines", Questions::nearestByCosines),
                Question.plain("cities within 2 degrees, by a sum of squares", Questions::circleBySquares),
                Question.indexed("places with a word in their name, `text:query`", Questions::named),
                Question.plain("cities by region", spot -> counts(spot, "urbis:isWithin", "urbis:Region")),
                Question.plain("cities by country", spot -> counts(spot, "urbis:country", "urbis:Country")),
                Question.plain("the ten most populous, `ORDER BY DESC(?people)`", Questions::mostPopulous),
                Question.plain("names that contain a word, `CONTAINS(LCASE(?name), ...)`", Questions::containing));
    }

    private static String box(Spot spot) {
        return text(
                "SELECT ?city { ?city spatial:withinBox ( %f %f %f %f ) . ?city a urbis:City }",
                spot.latitude() - HALF_HEIGHT,
                spot.longitude() - HALF_WIDTH,
                spot.latitude() + HALF_HEIGHT,
                spot.longitude() + HALF_WIDTH);
    }

    private static String boxByFilter(Spot spot) {
        return text(
                """
                SELECT ?city {
                  ?city a urbis:City ; urbis:latitude ?latitude ; urbis:longitude ?longitude
                  FILTER ( ?latitude > %f && ?latitude < %f && ?longitude > %f && ?longitude < %f )
                }
                """,
                spot.latitude() - HALF_HEIGHT,
                spot.latitude() + HALF_HEIGHT,
                spot.longitude() - HALF_WIDTH,
                spot.longitude() + HALF_WIDTH);
    }

    private static String nearestFirst(Spot spot) {
        return text(
                "SELECT ?city { ?city spatial:nearby ( %f %f 500 units:kilometre ) . ?city a urbis:City } LIMIT 20",
                spot.latitude(), spot.longitude());
    }

    private static String nearest(Spot spot) {
        return text("""
            SELECT ?city {
              ?city spatial:nearby ( %1$f %2$f 500 units:kilometre ) .
              ?city a urbis:City ; urbis:latitude ?latitude ; urbis:longitude ?longitude
            }
            ORDER BY ( spatialF:greatCircle(%1$f, %2$f, ?latitude, ?longitude, units:kilometre) )
            LIMIT 20
            """, spot.latitude(), spot.longitude());
    }

    private static String nearestByFormula(Spot spot) {
        return text("""
            SELECT ?city {
              ?city a urbis:City ; urbis:latitude ?latitude ; urbis:longitude ?longitude
              BIND ( math:sin((?latitude - %1$f) * math:pi() / 360) AS ?north )
              BIND ( math:sin((?longitude - %2$f) * math:pi() / 360) AS ?east )
              BIND ( 12742 * math:asin(math:sqrt(?north * ?north
                + math:cos(%1$f * math:pi() / 180) * math:cos(?latitude * math:pi() / 180) * ?east * ?east)) AS ?distance )
              FILTER ( ?distance < 500 )
            }
            ORDER BY ?distance
            LIMIT 20
            """, spot.latitude(), spot.longitude());
    }

    private static String nearestByCosines(Spot spot) {
        return text("""
            SELECT ?city {
              ?city a urbis:City ; urbis:latitude ?latitude ; urbis:longitude ?longitude
              BIND ( math:pi() / 180 AS ?degree )
              BIND ( 6371 * math:acos(math:sin(%1$f * ?degree) * math:sin(?latitude * ?degree)
                + math:cos(%1$f * ?degree) * math:cos(?latitude * ?degree) * math:cos((?longitude - %2$f) * ?degree)) AS ?distance )
              FILTER ( ?distance < 500 )
            }
            ORDER BY ?distance
            LIMIT 20
            """, spot.latitude(), spot.longitude());
    }

    private static String circleBySquares(Spot spot) {
        return text("""
            SELECT ?city {
              ?city a urbis:City ; urbis:latitude ?latitude ; urbis:longitude ?longitude
              FILTER ( (?latitude - %1$f) * (?latitude - %1$f) + (?longitude - %2$f) * (?longitude - %2$f) < 4 )
            }
            """, spot.latitude(), spot.longitude());
    }

    private static String named(Spot spot) {
        return text("SELECT DISTINCT ?place { ?place text:query ( skos:prefLabel \"%s\" ) }", spot.word());
    }

    private static String containing(Spot spot) {
        return text(
                "SELECT DISTINCT ?place { ?place skos:prefLabel ?name FILTER ( CONTAINS(LCASE(?name), \"%s\") ) }",
                spot.word());
    }

    private static String counts(Spot spot, String property, String kind) {
        return text("""
            SELECT ?area ( COUNT(DISTINCT ?city) AS ?cities ) {
              ?city a urbis:City ; %s ?area . ?area a %s
            }
            GROUP BY ?area
            LIMIT %d
            """, property, kind, MANY + spot.number());
    }

    private static String mostPopulous(Spot spot) {
        return text("""
            SELECT ?city ?people {
              ?city a urbis:City ; urbis:population ?population . ?population urbis:value ?people
              # %d
            }
            ORDER BY DESC(?people)
            LIMIT 10
            """, spot.number());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
