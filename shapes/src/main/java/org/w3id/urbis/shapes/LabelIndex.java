package org.w3id.urbis.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;

/** Known things by what they are called: their labels in any language, their codes, the last parts of their IRIs. */
final class LabelIndex {

    /** How many things are still a help. */
    private static final int MOST = 3;

    /** A shorter word is in too many labels. */
    private static final int TELLING = 4;

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private static final List<Node> LABELS = List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());
    private static final List<Node> CODES = List.of(
            SKOS.notation.asNode(),
            NodeFactory.createURI("https://w3id.org/urbis/ontology#iso3166Alpha2"),
            NodeFactory.createURI("https://w3id.org/urbis/ontology#iso3166Alpha3"));

    private final Map<String, Set<String>> byLabel = new TreeMap<>();
    private final Map<String, Set<String>> byCode = new TreeMap<>();

    /**
     * Collects what things are called.
     *
     * @param graph where they are described
     * @param wanted which IRIs are of use
     */
    LabelIndex(Graph graph, Predicate<String> wanted) {
        LABELS.forEach(property -> collect(graph, property, wanted, byLabel));
        CODES.forEach(property -> collect(graph, property, wanted, byCode));
        List<String> things =
                byLabel.values().stream().flatMap(Set::stream).distinct().toList();
        things.forEach(iri -> add(byLabel, Vocabulary.lastPart(iri), iri));
    }

    private static void collect(Graph graph, Node property, Predicate<String> wanted, Map<String, Set<String>> into) {
        graph.find(Node.ANY, property, Node.ANY).forEachRemaining(triple -> {
            Node thing = triple.getSubject();
            if (thing.isURI() && triple.getObject().isLiteral() && wanted.test(thing.getURI())) {
                add(into, triple.getObject().getLiteralLexicalForm(), thing.getURI());
            }
        });
    }

    private static void add(Map<String, Set<String>> into, String name, String iri) {
        String folded = folded(name);
        if (!folded.isEmpty()) {
            into.computeIfAbsent(folded, any -> new TreeSet<>()).add(iri);
        }
    }

    private static String folded(String name) {
        return Folded.of(HUMP.matcher(name).replaceAll(" "));
    }

    /** The things that are called exactly so; empty if none or too many are. */
    List<String> exactly(String name, Predicate<String> fits) {
        String folded = folded(name);
        List<String> called = fitting(byLabel.getOrDefault(folded, Set.of()), fits);
        return called.isEmpty() ? fitting(byCode.getOrDefault(folded, Set.of()), fits) : called;
    }

    /** The things that are called nearly so, or in whose name all words of it are; empty if none or too many are. */
    List<String> nearly(String name, Predicate<String> fits) {
        String folded = folded(name);
        Map<String, List<String>> candidates = new TreeMap<>();
        byLabel.forEach((label, things) -> {
            List<String> fitting = things.stream().filter(fits).toList();
            if (!fitting.isEmpty()) {
                candidates.put(label, fitting);
            }
        });
        List<String> near = few(Spelling.nearest(folded, candidates.keySet()), candidates);
        return near.isEmpty() ? withAllWords(folded, candidates) : near;
    }

    private static List<String> withAllWords(String folded, Map<String, List<String>> candidates) {
        Set<String> words = Set.copyOf(Arrays.asList(folded.split(" ")));
        return words.stream().noneMatch(word -> word.length() >= TELLING)
                ? List.of()
                : few(
                        candidates.keySet().stream()
                                .filter(label -> Arrays.asList(label.split(" ")).containsAll(words))
                                .toList(),
                        candidates);
    }

    private static List<String> few(List<String> labels, Map<String, List<String>> candidates) {
        List<String> things = labels.stream()
                .flatMap(label -> candidates.get(label).stream())
                .distinct()
                .toList();
        return things.size() > MOST ? List.of() : things;
    }

    private static List<String> fitting(Set<String> things, Predicate<String> fits) {
        List<String> fitting = things.stream().filter(fits).toList();
        return fitting.size() > MOST ? List.of() : fitting;
    }
}
