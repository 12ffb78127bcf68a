package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.w3id.urbis.loader.names.Clue;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.loader.preview.Duplicate.By;
import org.w3id.urbis.loader.preview.Duplicate.Reason;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Finds things of the graph that a new thing is perhaps the same as: by names, abbreviations, websites and identifiers, among
 * things of its classes and of those above them.
 */
final class Duplicates {

    /** Names that are less alike are different names. */
    private static final double ALIKE = 0.85;
    /** Namesakes exist: the same name makes it likely and not certain. */
    private static final double SAME_NAME = 0.95;

    private static final double SAME_ABBREVIATION = 0.7;
    private static final double SAME_WEBSITE = 0.7;
    private static final double CLOSE = 0.9;
    private static final int MOST = 5;

    private final NameIndex names;
    private final Vocabulary vocabulary;
    private final Predicate<Node> stays;

    /**
     * Prepares a search.
     *
     * @param names      the index of what is published
     * @param vocabulary knows which classes are above which
     * @param stays      whether a thing that the index knows would still be there
     */
    Duplicates(NameIndex names, Vocabulary vocabulary, Predicate<Node> stays) {
        this.names = names;
        this.vocabulary = vocabulary;
        this.stays = stays;
    }

    /**
     * Finds what a thing is perhaps the same as.
     *
     * @param thing its IRI
     * @param entry what the entry says
     * @return the likeliest first, five at most
     */
    List<Duplicate> of(Node thing, DatasetGraph entry) {
        List<Quad> about = Iter.toList(entry.find(Node.ANY, thing, Node.ANY, Node.ANY));
        Map<NamedThing, List<Reason>> found = new LinkedHashMap<>();
        NamedThing.of(thing, entry).ifPresent(named -> {
            Set<String> classes = classes(named.types());
            Clue.of(about).forEach(clue -> byClue(clue, classes, found));
            named.names().forEach(name -> byName(name, classes, found));
        });
        found.keySet()
                .removeIf(
                        known -> known.iri().equals(thing.getURI()) || !stays.test(NodeFactory.createURI(known.iri())));
        return found.entrySet().stream()
                .map(each -> duplicate(thing, each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble(Duplicate::score)
                        .reversed()
                        .thenComparing(duplicate -> duplicate.known().getURI()))
                .limit(MOST)
                .toList();
    }

    private void byClue(Clue clue, Set<String> classes, Map<NamedThing, List<Reason>> found) {
        By by =
                switch (clue.kind()) {
                    case IDENTIFIER -> By.IDENTIFIER;
                    case CLOSE_MATCH -> By.CLOSE_MATCH;
                    case WEBSITE -> By.WEBSITE;
                };
        double score =
                switch (clue.kind()) {
                    case IDENTIFIER -> 1;
                    case CLOSE_MATCH -> CLOSE;
                    case WEBSITE -> SAME_WEBSITE;
                };
        String text =
                clue.value().isURI() ? clue.value().getURI() : clue.value().getLiteralLexicalForm();
        names.withCode(clue.code()).stream()
                .filter(known -> known.types().stream().anyMatch(classes::contains))
                .forEach(known -> add(found, known, new Reason(by, text, text, score)));
    }

    private void byName(Name name, Set<String> classes, Map<NamedThing, List<Reason>> found) {
        boolean abbreviation = name.role() == Name.Role.ABBREVIATION;
        NameQuery query = NameQuery.matching(name.text())
                .ofTypes(classes)
                .typos(abbreviation ? NameQuery.Typos.NEVER : NameQuery.Typos.ALWAYS);
        for (NameMatch match : names.search(query)) {
            boolean both = abbreviation && match.name().role() == Name.Role.ABBREVIATION;
            if (match.score() >= (abbreviation ? 1 : ALIKE) && abbreviation == both && !match.byCode()) {
                add(
                        found,
                        match.thing(),
                        new Reason(
                                both ? By.ABBREVIATION : By.NAME,
                                name.text(),
                                match.name().text(),
                                both ? SAME_ABBREVIATION : Math.min(SAME_NAME, match.score())));
            }
        }
    }

    /** Of several names that are alike the most alike counts. */
    private static void add(Map<NamedThing, List<Reason>> found, NamedThing known, Reason reason) {
        List<Reason> reasons = found.computeIfAbsent(known, any -> new ArrayList<>());
        if (reasons.stream().noneMatch(other -> other.by() == reason.by() && other.score() >= reason.score())) {
            reasons.removeIf(other -> other.by() == reason.by());
            reasons.add(reason);
        }
    }

    private static Duplicate duplicate(Node thing, NamedThing known, List<Reason> reasons) {
        Map<String, String> labels = new TreeMap<>();
        known.names().forEach(name -> labels.putIfAbsent(name.language(), name.text()));
        // As if the reasons had nothing to do with each other.
        double doubt =
                reasons.stream().mapToDouble(reason -> 1 - reason.score()).reduce(1, (one, other) -> one * other);
        List<Reason> sorted = reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::score).reversed().thenComparing(Reason::by))
                .toList();
        return new Duplicate(
                thing, NodeFactory.createURI(known.iri()), labels, Math.round((1 - doubt) * 100) / 100.0, sorted);
    }

    private Set<String> classes(Set<String> types) {
        Set<String> classes = new HashSet<>();
        types.forEach(type -> G.superClasses(vocabulary.graph(), NodeFactory.createURI(type))
                .forEach(above -> classes.add(above.getURI())));
        return classes;
    }
}
