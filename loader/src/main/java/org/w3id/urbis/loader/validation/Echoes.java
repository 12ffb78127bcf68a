package org.w3id.urbis.loader.validation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * One fault, one finding.
 *
 * <p>A misspelt code is no instance of the class it should be of, a misspelt property is cited by nobody, and the
 * property that was meant is missing: who mends the spelling mends the rest. And a property shape with several constraints says its one message for each that fails.
 */
final class Echoes {

    private final Set<Position> explainedPlaces = new HashSet<>();
    private final Set<Statements> explainedStatements = new HashSet<>();
    private final Set<Statements> explainedAbsences = new HashSet<>();

    private Echoes(Collection<Finding> findings, Vocabulary vocabulary) {
        for (Finding finding : findings) {
            if (!isOfShape(finding)) {
                if (finding.line() > 0) {
                    explainedPlaces.add(place(finding));
                }
                if (finding.component().equals(Check.UNDECLARED_TERM.component())) {
                    explainedStatements.add(Statements.of(finding));
                    vocabulary.nearest(finding.value().orElseThrow().getURI()).forEach(meant -> explainedAbsences.add(
                            new Statements(finding.focusNode(), Optional.of(new P_Link(NodeFactory.createURI(meant))))));
                }
            }
        }
    }

    /** Returns the findings without those that only echo others; of equal ones, one with advice stays. */
    static List<Finding> removed(Collection<Finding> findings, Vocabulary vocabulary) {
        Echoes echoes = new Echoes(findings, vocabulary);
        Map<Same, Finding> distinct = new LinkedHashMap<>();
        findings.stream().filter(finding -> !echoes.isEcho(finding)).forEach(finding ->
                distinct.merge(Same.of(finding), finding, (one, other) -> one.fix().isPresent() ? one : other));
        return List.copyOf(distinct.values());
    }

    private boolean isEcho(Finding finding) {
        if (!isOfShape(finding)) {
            return false;
        }
        return finding.value().isPresent()
                ? explainedPlaces.contains(place(finding)) || explainedStatements.contains(Statements.of(finding))
                : explainedAbsences.contains(Statements.of(finding));
    }

    private static boolean isOfShape(Finding finding) {
        return finding.component().getURI().startsWith(SHACL.getURI());
    }

    private static Position place(Finding finding) {
        return new Position(finding.file(), finding.line(), finding.column());
    }

    /** The statements that say something by one property of one node. */
    private record Statements(Optional<Node> focusNode, Optional<Path> path) {

        static Statements of(Finding finding) {
            return new Statements(finding.focusNode(), finding.path());
        }
    }

    /** What a reader cannot tell apart. */
    private record Same(Position position, Severity severity, Optional<Node> focusNode, Optional<Node> shape,
                        String message) {

        static Same of(Finding finding) {
            return new Same(place(finding), finding.severity(), finding.focusNode(), finding.shape(),
                    finding.message());
        }
    }
}
