package org.w3id.urbis.loader.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * Judges which rows of a crosswalk are wrong: those by which the code of a region, an airport or a district carries the item
 * of its city. What is set aside is a candidate with its reason ({@code urbis:candidateMatch}, {@code urbis:matchReason}) and
 * no match.
 *
 * <ul>
 * <li>The code lies more than fifty kilometres from the place that the row gives it.
 * <li>The place is a section of another place.
 * <li>Another table has another item for the code, and no two of them agree on one: either may be that of a part.
 * <li>Another code carries the item and lies clearly nearer to it.
 * </ul>
 */
public final class CrosswalkReview {

    private static final double FAR_KM = 50;
    private static final double CLEARLY_NEARER_KM = 5;

    /** Farther than anything on Earth: an item whose distance nobody measured. */
    private static final double UNMEASURED = 1e9;

    private static final String ITEMS = "http://www.wikidata.org/";

    private final Graph all;
    private final BaseIri base;
    private final PlaceFacts known;
    private final Node closeMatch = SKOS.closeMatch.asNode();

    /** The matches, each a statement that a code may be something; the records of how they were found; and what these say. */
    private final Map<Node, Set<Triple>> byTarget = new LinkedHashMap<>();

    private final Map<Node, Set<Triple>> byCode = new LinkedHashMap<>();
    private final Map<Node, Node> codes = new HashMap<>();
    private final Map<Node, Node> targets = new HashMap<>();
    private final Map<Node, Node> citations = new HashMap<>();
    private final Map<Node, String> rowNumbers = new HashMap<>();
    private final Map<Node, String> locators = new HashMap<>();
    private final Map<Node, Double> measured = new HashMap<>();
    private final Map<Triple, Double> distances = new HashMap<>();
    private final Map<Triple, Integer> records = new HashMap<>();

    /**
     * Makes it.
     *
     * @param all  what is known already: positions of codes, and places by their GeoNames identifiers
     * @param base the base IRI
     */
    public CrosswalkReview(Graph all, BaseIri base) {
        this.all = all;
        this.base = base;
        this.known = new PlaceFacts(all, base);
    }

    /**
     * What is left of a crosswalk.
     *
     * @param quads   what is stated of it
     * @param reasons the reason for each match that was set aside, by the statement that is not made
     * @param rows    the tables and rows that state each of these, as their citations tell
     */
    public record Reviewed(List<Quad> quads, Map<Triple, String> reasons, Map<Triple, String> rows) {}

    /**
     * Judges what the tables of a crosswalk say.
     *
     * @param quads what they say together
     * @return what is left of it
     */
    public Reviewed review(Collection<Quad> quads) {
        quads.forEach(this::note);
        codes.forEach((record, code) -> {
            if (targets.containsKey(record)) {
                Triple match = Triple.create(code, closeMatch, targets.get(record));
                distances.merge(match, measured.getOrDefault(record, UNMEASURED), Math::min);
                records.merge(match, 1, Integer::sum);
            }
        });
        Map<Triple, String> reasons = new LinkedHashMap<>();
        byCode.values().forEach(matches -> judge(matches, reasons));
        List<Quad> judged = new ArrayList<>();
        for (Quad quad : quads) {
            boolean tellsRecord = quad.getPredicate().equals(term("match"));
            Node record = quad.getObject();
            String reason = reasons.get(
                    tellsRecord
                            ? Triple.create(quad.getSubject(), closeMatch, targets.getOrDefault(record, record))
                            : quad.asTriple());
            if (reason == null) {
                judged.add(quad);
            } else if (tellsRecord) {
                judged.add(Quad.create(quad.getGraph(), quad.getSubject(), term("candidateMatch"), record));
                judged.add(Quad.create(
                        quad.getGraph(), record, term("matchReason"), NodeFactory.createLiteralLang(reason, "en")));
            }
        }
        return new Reviewed(judged, reasons, rows(reasons.keySet()));
    }

    private Map<Triple, String> rows(Set<Triple> matches) {
        Map<Triple, SortedSet<String>> rows = new HashMap<>();
        codes.forEach((record, code) -> {
            Node citation = citations.get(record);
            Triple match = Triple.create(code, closeMatch, targets.getOrDefault(record, record));
            if (citation != null && matches.contains(match)) {
                rows.computeIfAbsent(match, any -> new TreeSet<>())
                        .add(locators.getOrDefault(citation, "") + " row " + rowNumbers.getOrDefault(citation, ""));
            }
        });
        Map<Triple, String> said = new HashMap<>();
        rows.forEach((match, each) -> said.put(match, String.join(", ", each)));
        return said;
    }

    private void note(Quad quad) {
        Node property = quad.getPredicate();
        if (property.equals(closeMatch)) {
            byTarget.computeIfAbsent(quad.getObject(), any -> new LinkedHashSet<>())
                    .add(quad.asTriple());
            byCode.computeIfAbsent(quad.getSubject(), any -> new LinkedHashSet<>())
                    .add(quad.asTriple());
        } else if (property.equals(term("match"))) {
            codes.put(quad.getObject(), quad.getSubject());
        } else if (property.equals(term("matchedIdentifier"))) {
            targets.put(quad.getSubject(), quad.getObject());
        } else if (property.equals(term("citation"))) {
            citations.put(quad.getSubject(), quad.getObject());
        } else if (property.equals(term("row"))) {
            rowNumbers.put(quad.getSubject(), quad.getObject().getLiteralLexicalForm());
        } else if (property.equals(term("locator"))) {
            locators.put(quad.getSubject(), quad.getObject().getLiteralLexicalForm());
        } else if (property.equals(term("distanceKm"))
                && quad.getObject().getLiteralValue() instanceof Number kilometres) {
            measured.put(quad.getSubject(), kilometres.doubleValue());
        }
    }

    /** The matches of one code: its places first, as an item that nobody measured is as good as the place it came with. */
    private void judge(Set<Triple> matches, Map<Triple, String> reasons) {
        String ofPlace = null;
        for (Triple match : matches) {
            if (!isItem(match)) {
                String reason = reasonAgainstPlace(match);
                if (reason != null) {
                    reasons.put(match, reason);
                    ofPlace = reason;
                }
            }
        }
        for (Triple match : matches) {
            if (isItem(match)) {
                String reason = reasonAgainstItem(match, matches);
                if (reason == null && distance(match) == UNMEASURED) {
                    reason = ofPlace;
                }
                if (reason != null) {
                    reasons.put(match, reason);
                }
            }
        }
    }

    private String reasonAgainstPlace(Triple match) {
        List<Node> things = all.find(Node.ANY, SKOS.exactMatch.asNode(), match.getObject())
                .mapWith(Triple::getSubject)
                .toList();
        if (things.size() != 1) {
            return null;
        }
        Node thing = things.getFirst();
        if (all.contains(thing, RDF.Nodes.type, term("Place")) && !all.contains(thing, RDF.Nodes.type, term("City"))) {
            return "The place is a section of a city.";
        }
        OptionalDouble apart = known.place(match.getSubject()).distanceKm(known.place(thing));
        return apart.isPresent() && apart.getAsDouble() > FAR_KM
                ? "The code and the place lie more than fifty kilometres apart."
                : null;
    }

    private String reasonAgainstItem(Triple match, Set<Triple> ofTheCode) {
        double own = distance(match);
        boolean alone = records.getOrDefault(match, 1) == 1;
        boolean otherTableDiffers = alone
                && ofTheCode.stream()
                        .anyMatch(other -> isItem(other)
                                && !other.equals(match)
                                && (own == UNMEASURED) != (distance(other) == UNMEASURED));
        if (otherTableDiffers) {
            return "The tables have different items for the code.";
        }
        boolean otherCodeIsNearer =
                byTarget.get(match.getObject()).stream().anyMatch(other -> distance(other) + CLEARLY_NEARER_KM < own);
        return otherCodeIsNearer ? "The item is that of another code, which lies where the item lies." : null;
    }

    private double distance(Triple match) {
        return distances.getOrDefault(match, UNMEASURED);
    }

    private static boolean isItem(Triple match) {
        return match.getObject().isURI() && match.getObject().getURI().startsWith(ITEMS);
    }

    private Node term(String name) {
        return NodeFactory.createURI(base.terms() + name);
    }
}
