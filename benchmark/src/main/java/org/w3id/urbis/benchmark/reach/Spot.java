package org.w3id.urbis.benchmark.reach;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3id.urbis.benchmark.Comparison.Side;

/**
 * What a question is asked about, each time of another.
 *
 * @param latitude  degrees north
 * @param longitude degrees east
 * @param word      a word of a name, in lower case and of the letters a to z
 * @param number    how many came before it
 */
public record Spot(double latitude, double longitude, String word, int number) {
    private static final String PLACES = """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        SELECT ?latitude ?longitude ?name {
          ?city urbis:population/urbis:value ?people ; a urbis:City ; urbis:latitude ?latitude ;
            urbis:longitude ?longitude ; skos:prefLabel ?name
        }
        ORDER BY DESC(?people)
        LIMIT 1000
        """;

    private static final int LEAST_LETTERS = 4;
    /** About four hundred metres, so that the same place is never asked about twice. */
    private static final double STEP = 0.00377;

    /**
     * Spots near the most populous cities that a server knows, away from poles and the meridian of 180 degrees.
     *
     * @param server where to find the cities
     * @param many   how many spots
     * @throws IOException if it does not answer, or knows no city with a position and a number of inhabitants
     */
    public static List<Spot> near(Side server, int many) throws IOException {
        String address = server.service() + "?query=" + URLEncoder.encode(PLACES, StandardCharsets.UTF_8);
        String answer = new String(server.server().get(address, "text/csv").body(), StandardCharsets.UTF_8);
        List<String[]> cities = answer.lines()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells.length == 3 && cells[2].matches("[A-Za-z]{" + LEAST_LETTERS + ",}"))
                .filter(cells ->
                        Math.abs(Double.parseDouble(cells[0])) < 70 && Math.abs(Double.parseDouble(cells[1])) < 160)
                .toList();
        if (cities.isEmpty()) {
            throw new IOException("No city has a position and a number of inhabitants");
        }
        List<Spot> spots = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            String[] city = cities.get(number % cities.size());
            double aside = STEP * (1 + number / cities.size());
            spots.add(new Spot(
                    Double.parseDouble(city[0]) + aside,
                    Double.parseDouble(city[1]) - aside,
                    city[2].toLowerCase(Locale.ROOT),
                    number));
        }
        return spots;
    }
}
