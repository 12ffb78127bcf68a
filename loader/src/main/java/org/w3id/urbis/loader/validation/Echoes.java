package org.w3id.urbis.loader.validation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * One fault, one finding.
 *
 * <p>A misspelt code is no instance of the class it should be of, a misspelt property is cited by nobody, and the
 * property that was meant is missing; where a citation misspells what it supports, what was meant lacks a citation: who
 * mends the spelling mends the rest. And a property shape with several
 * constraints says its one message for each that fails.
 */
final class Echoes {

    private static final Optional<Node> ANY_VALUE = Optional.empty();
    private static final Path SUPPORTS = new P_Link(NodeFactory.createURI("https://w3id.org/urbis/ontology#supports"));
    private static final Optional<Node> EVERY_FACT_IS_CITED =
            Optional.of(NodeFactory.createURI("https://w3id.org/urbis/shapes#Cited-everyFact"));

    private final Set<Position> mendedPlaces = new HashSet<>();
    private final Set<Position> explainedPlaces = new HashSet<>();
    private final Set<Statement> explained = new HashSet<>();
    private final Set<Statement> explainedAbsences = new HashSet<>();
    private final Set<Path> meantToBeCited = new HashSet<>();
    private final Map<Node, List<String>> nearest = new HashMap<>();

    private Echoes(Collection<Finding> findings, Vocabulary vocabulary) {
        findings.stream()
                .filter(finding -> isOfShape(finding)
                        && finding.line() > 0
                        && (MendedText.isSure(finding)
                                || finding.position().pointer().isPresent()))
                .forEach(finding -> mendedPlaces.add(place(finding)));
        for (Finding finding : findings) {
            if (!isOfShape(finding) && !isToldBetter(finding)) {
                if (finding.line() > 0) {
                    explainedPlaces.add(place(finding));
                }
                explain(finding, vocabulary);
            }
        }
    }

    /** Returns the findings without those that only echo others; of equal ones, one with advice stays. */
    static List<Finding> removed(Collection<Finding> findings, Vocabulary vocabulary) {
        Echoes echoes = new Echoes(findings, vocabulary);
        Map<Same, Finding> distinct = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> !echoes.isEcho(finding))
                .forEach(finding -> distinct.merge(
                        Same.of(finding), finding, (one, other) -> one.fix().isPresent() ? one : other));
        return List.copyOf(distinct.values());
    }

    private void explain(Finding finding, Vocabulary vocabulary) {
        if (finding.value().isEmpty()) {
            return;
        }
        Node word = finding.value().get();
        if (finding.path().equals(Optional.of(new P_Link(word)))) {
            explained.add(new Statement(finding.focusNode(), finding.path(), ANY_VALUE));
            meant(word, vocabulary)
                    .forEach(meant ->
                            explainedAbsences.add(new Statement(finding.focusNode(), Optional.of(meant), ANY_VALUE)));
        } else {
            explained.add(new Statement(finding.focusNode(), finding.path(), finding.value()));
            if (word.isURI() && finding.path().equals(Optional.of(SUPPORTS))) {
                meant(word, vocabulary).forEach(meantToBeCited::add);
            }
        }
    }

    private Stream<Path> meant(Node word, Vocabulary vocabulary) {
        return nearest.computeIfAbsent(word, any -> UndeclaredTerms.nearest(any, vocabulary)).stream()
                .map(meant -> new P_Link(NodeFactory.createURI(meant)));
    }

    /**
     * That a text is no IRI need not be said where a shape knows which thing is called so, nor in JSON, where nobody but a
     * context takes it for one.
     */
    private boolean isToldBetter(Finding finding) {
        return finding.component().equals(Check.BAD_IRI.component()) && mendedPlaces.contains(place(finding));
    }

    private boolean isEcho(Finding finding) {
        if (!isOfShape(finding)) {
            return isToldBetter(finding);
        }
        if (finding.constraint().equals(EVERY_FACT_IS_CITED)
                && finding.path().filter(meantToBeCited::contains).isPresent()) {
            return true;
        }
        Statement any = new Statement(finding.focusNode(), finding.path(), ANY_VALUE);
        if (finding.value().isEmpty()) {
            return finding.path().stream()
                    .flatMap(Echoes::choices)
                    .anyMatch(path -> explainedAbsences.contains(
                            new Statement(finding.focusNode(), Optional.of(path), ANY_VALUE)));
        }
        return explained.contains(any)
                || explainedPlaces.contains(place(finding))
                || explained.contains(new Statement(finding.focusNode(), finding.path(), finding.value()));
    }

    /** What would do: each branch of a path that is a choice. */
    private static Stream<Path> choices(Path path) {
        return path instanceof P_Alt either
                ? Stream.concat(choices(either.getLeft()), choices(either.getRight()))
                : Stream.of(path);
    }

    private static boolean isOfShape(Finding finding) {
        return finding.component().getURI().startsWith(SHACL.getURI());
    }

    private static Position place(Finding finding) {
        return new Position(finding.file(), finding.line(), finding.column());
    }

    /** What is said of one node by one property: one value of it, or any. */
    private record Statement(Optional<Node> focusNode, Optional<Path> path, Optional<Node> value) {}

    /** What a reader cannot tell apart. */
    private record Same(
            Position position,
            Severity severity,
            Optional<Node> focusNode,
            Optional<Node> value,
            Optional<Node> shape,
            Optional<Node> constraint,
            Wording wording) {

        static Same of(Finding finding) {
            return new Same(
                    place(finding),
                    finding.severity(),
                    finding.focusNode(),
                    finding.value(),
                    finding.shape(),
                    finding.constraint(),
                    finding.wording());
        }
    }
}
