package org.w3id.urbis.benchmark.load;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.ontology.Urbis;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Things of a synthetic graph, each a function of its number. Few countries hold most cities, few cities most inhabitants,
 * few networks most members, and few governments make most commitments.
 */
final class Invention {

    /** How many statements there are for each city, those about what hangs on it included. */
    private static final double STATEMENTS_PER_CITY = 26.7;

    private static final int GOVERNMENTS_IN_TEN = 3;
    private static final int MEMBERSHIPS_IN_TEN = 5;
    private static final int COMMITMENTS_IN_TEN = 2;

    private static final List<String> SYLLABLES = List.of(
            "ba", "ca", "da", "el", "fir", "ga", "hol", "in", "ja", "kor", "lu", "mar", "no", "or", "pe", "qui", "ri",
            "san", "to", "ul", "ver", "wa", "xi", "ya", "zen", "burg", "ville", "stad", "grad", "pur", "abad", "ton");
    private static final List<String> KINDS = List.of("quantified-target", "pledge", "ambition", "planned-action");
    private static final List<String> ROLES = List.of("member", "full-member", "associate-member", "partner");

    private final int cities;
    private final List<String> countries;

    Invention(long statements) {
        this.cities = (int) Math.max(10, statements / STATEMENTS_PER_CITY);
        this.countries = countries();
    }

    /** The countries of M49, in an order of their own. */
    private static List<String> countries() {
        Graph words = Vocabulary.shipped().graph();
        Map<Long, String> shuffled = new TreeMap<>();
        words.find(Node.ANY, RDF.Nodes.type, NodeFactory.createURI(Urbis.NS + "Country"))
                .forEachRemaining(country -> shuffled.put(
                        new SplittableRandom(country.getSubject().getURI().hashCode()).nextLong(),
                        country.getSubject().getURI()));
        return List.copyOf(shuffled.values());
    }

    int cities() {
        return cities;
    }

    int governments() {
        return share(GOVERNMENTS_IN_TEN);
    }

    int memberships() {
        return share(MEMBERSHIPS_IN_TEN);
    }

    int commitments() {
        return share(COMMITMENTS_IN_TEN);
    }

    int networks() {
        return (int) Math.max(5, Math.sqrt(cities) / 2);
    }

    private int share(int inTen) {
        return (int) ((long) cities * inTen / 10);
    }

    void network(int number, Lines out) throws IOException {
        SplittableRandom random = random("network", number);
        out.about("network/synthetic-" + number)
                .a("Network")
                .name("Network of " + word(random) + " " + number, "en")
                .description("Cities that work together on " + word(random) + ".")
                .cited("network-" + number, number);
    }

    void city(int number, Lines out) throws IOException {
        SplittableRandom random = random("city", number);
        String key = "synthetic-" + number;
        out.about("city/" + key)
                .a("City")
                .name(name(random), "en")
                .toIri("country", countries.get(skewed(random, countries.size())))
                .typed("latitude", degrees(random.nextDouble(-60, 75)), "decimal")
                .typed("longitude", degrees(random.nextDouble(-180, 180)), "decimal")
                .to("population", "population/" + key)
                .cited("city-" + number, number)
                .about("population/" + key)
                .a("Population")
                .typed("value", Long.toString(inhabitants(random)), "integer")
                .to("comparator", "comparator/exactly")
                .to("measure", "measure/inhabitants")
                .to("unit", "unit/person")
                .cited("population-" + number, number);
    }

    void government(int number, Lines out) throws IOException {
        SplittableRandom city = random("city", number);
        out.about("government/synthetic-" + number)
                .a("LocalGovernment")
                .name("City of " + name(city), "en")
                .to("governs", "city/synthetic-" + number)
                .cited("government-" + number, number);
    }

    void membership(int number, Lines out) throws IOException {
        SplittableRandom random = random("membership", number);
        out.about("membership/synthetic-" + number)
                .a("Membership")
                .to("member", "government/synthetic-" + skewed(random, governments()))
                .to("inOrganization", "network/synthetic-" + skewed(random, networks()))
                .to("role", "role/" + ROLES.get(skewed(random, ROLES.size())))
                .typed("startDate", Integer.toString(random.nextInt(1990, 2026)), "gYear")
                .cited("membership-" + number, number);
    }

    void commitment(int number, Lines out) throws IOException {
        SplittableRandom random = random("commitment", number);
        String key = "synthetic-" + number;
        int share = random.nextInt(1, 20) * 5;
        out.about("commitment/" + key)
                .a("Commitment")
                .name("Cut emissions by " + share + " percent: " + word(random), "en")
                .description("Emissions of " + word(random) + " " + word(random) + " fall by " + share + " percent.")
                .to("committedBy", "government/synthetic-" + skewed(random, governments()))
                .to("commitmentKind", "commitment-kind/" + KINDS.get(random.nextInt(KINDS.size())))
                .to("status", "status/announced")
                .typed("deadline", Integer.toString(random.nextInt(2025, 2051)), "gYear")
                .toIri("contributesTo", "http://metadata.un.org/sdg/" + (1 + skewed(random, 17)))
                .to("quantity", "quantity/" + key)
                .cited("commitment-" + number, number)
                .about("quantity/" + key)
                .a("CommittedQuantity")
                .typed("value", Integer.toString(share), "integer")
                .to("comparator", "comparator/at-least")
                .to("measure", "measure/emissions")
                .to("unit", "unit/percent")
                .to("direction", "direction/decrease")
                .cited("quantity-" + number, number);
    }

    private static SplittableRandom random(String kind, int number) {
        return new SplittableRandom(31L * number + kind.hashCode());
    }

    /** A number below a limit, of which the small ones are much more likely. */
    private static int skewed(SplittableRandom random, int limit) {
        double place = Math.pow(limit + 1.0, random.nextDouble()) - 1;
        return Math.min(limit - 1, (int) place);
    }

    private static long inhabitants(SplittableRandom random) {
        return Math.min(40_000_000, (long) (1_000 / Math.pow(1 - random.nextDouble(), 0.9)));
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    private static String name(SplittableRandom random) {
        String name = word(random);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int left = random.nextInt(2, 5); left > 0; left--) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }
}
