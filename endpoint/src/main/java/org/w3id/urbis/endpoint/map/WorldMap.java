package org.w3id.urbis.endpoint.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Outlines of countries and where a position lies among them.
 *
 * <p>The file {@code countries.tsv} holds, by M49 code, paths made from Natural Earth at 1:50 million, drawn in the
 * coordinates of this map and smoothed to what can be seen. Land without a code, and borders, are not told apart in
 * {@link #land()}: a map of all the land takes no side.
 *
 * @see <a href="https://doi.org/10.1080/13658816.2018.1504949">Šavrič, Patterson, Jenny: The Equal Earth map projection</a>
 */
public final class WorldMap {
    /** Width of the map in its own units. */
    public static final int WIDTH = 20_000;
    /** Height of the map in its own units. */
    public static final int HEIGHT = 9_730;

    private static final String FILE = "/urbis/map/countries.tsv";
    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;
    private static final double EAST = x(Math.PI, 0);
    private static final double NORTH = y(Math.asin(M));

    private final Map<String, String> outlines;

    private WorldMap(Map<String, String> outlines) {
        this.outlines = outlines;
    }

    /** The map that ships with the program. */
    public static WorldMap shipped() {
        Map<String, String> outlines = new LinkedHashMap<>();
        try (InputStream in = WorldMap.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                outlines.put(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new WorldMap(outlines);
    }

    /**
     * A point of the map.
     *
     * @param x from the left, 0 to {@link #WIDTH}
     * @param y from the top, 0 to {@link #HEIGHT}
     */
    public record Point(int x, int y) {}

    /**
     * Where a position lies.
     *
     * @param latitude  decimal degrees, -90 to 90
     * @param longitude decimal degrees, -180 to 180
     */
    public static Point at(double latitude, double longitude) {
        double parametric = Math.asin(M * Math.sin(Math.toRadians(latitude)));
        double scale = WIDTH / (2 * EAST);
        return new Point((int) Math.round((x(Math.toRadians(longitude), parametric) + EAST) * scale), (int)
                Math.round((NORTH - y(parametric)) * scale));
    }

    private static double x(double longitude, double parametric) {
        double p2 = parametric * parametric;
        double p6 = p2 * p2 * p2;
        return longitude * Math.cos(parametric) / (M * (A1 + 3 * A2 * p2 + p6 * (7 * A3 + 9 * A4 * p2)));
    }

    private static double y(double parametric) {
        double p2 = parametric * parametric;
        double p6 = p2 * p2 * p2;
        return parametric * (A1 + A2 * p2 + p6 * (A3 + A4 * p2));
    }

    /** The outline of a country as an SVG path, by its M49 code of three digits; empty if the map does not show it. */
    public Optional<String> outline(String m49) {
        return m49.matches("[0-9]{3}") ? Optional.ofNullable(outlines.get(m49)) : Optional.empty();
    }

    /** All outlines as SVG paths, by M49 code of three digits. */
    public Map<String, String> outlines() {
        return Collections.unmodifiableMap(outlines);
    }

    /** All the land as an SVG path. */
    public String land() {
        return String.join("", outlines.values());
    }

    /** All the land as a picture, for pages to use by its name {@code land} and to colour. */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path id=\"land\" d=\"%s\"/></svg>\n"
                .formatted(WIDTH, HEIGHT, land());
    }
}
