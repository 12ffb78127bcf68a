package org.w3id.urbis.benchmark.reach;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.w3id.urbis.benchmark.Comparison.Side;

/**
 * One server, asked a question about one spot after the other, never about the same twice.
 */
public final class Asking {
    private static final int MOST = 100;

    private final Side side;
    private final Function<Spot, String> words;
    private final List<Spot> spots;
    private int next;
    private Cost least = new Cost(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Prepares.
     *
     * @param side  the server
     * @param words the question about a spot
     * @param spots what it can be asked about
     */
    public Asking(Side side, Function<Spot, String> words, List<Spot> spots) {
        this.side = side;
        this.words = words;
        this.spots = spots;
    }

    /**
     * What an answer costs on the average.
     *
     * @param wallMillis      from the question to the end of the answer, milliseconds
     * @param processorMillis processor time of the server meanwhile, milliseconds
     */
    public record Cost(double wallMillis, double processorMillis) {}

    /** The rows of the next answer, in the order of the alphabet. */
    public List<String> rows() throws IOException {
        return ask().lines().skip(1).sorted().toList();
    }

    /**
     * Asks for a while, at least once and at most a hundred times, and remembers the cost if none was smaller before.
     *
     * @param seconds no question begins after this time
     * @throws IOException if the server does not answer
     */
    public void round(double seconds) throws IOException {
        double before = side.server().processorSeconds();
        long begin = System.nanoTime();
        int asked = 0;
        do {
            ask();
            asked++;
        } while (asked < MOST && System.nanoTime() - begin < seconds * 1e9);
        double wall = (System.nanoTime() - begin) / 1e6 / asked;
        double processor = 1000 * (side.server().processorSeconds() - before) / asked;
        least = new Cost(Math.min(least.wallMillis(), wall), Math.min(least.processorMillis(), processor));
    }

    /** Forgets what the rounds so far came to. */
    public void forget() {
        least = new Cost(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The smallest mean of any round. */
    public Cost least() {
        return least;
    }

    private String ask() throws IOException {
        String query = words.apply(spots.get(next++));
        String address = side.service() + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return new String(side.server().get(address, "text/csv").body(), StandardCharsets.UTF_8);
    }
}
