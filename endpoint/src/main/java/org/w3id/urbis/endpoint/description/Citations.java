package org.w3id.urbis.endpoint.description;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Finds, within a description, the lines of a document that say a fact. */
public final class Citations {
    private final Description description;

    /** Looks into a description. */
    public Citations(Description description) {
        this.description = description;
    }

    /**
     * The lines of the subject's citations in the fact's graph: those of the citations that name the property, else of
     * those that stand for all facts.
     *
     * @return lines of a text, such as {@code 209-211}, or numbers of rows of a table, by their first line; none if no
     *         citation is so precise
     */
    public List<String> lines(Quad fact) {
        Set<String> precise = new LinkedHashSet<>();
        Set<String> general = new LinkedHashSet<>();
        for (Quad quad : statements(fact.getSubject())) {
            if (!quad.getPredicate().equals(Terms.CITATION) || !quad.getGraph().equals(fact.getGraph())) {
                continue;
            }
            List<Node> supported = objects(quad.getObject(), Terms.SUPPORTS);
            if (supported.contains(fact.getPredicate())) {
                precise.addAll(places(quad.getObject()));
            } else if (supported.isEmpty()) {
                general.addAll(places(quad.getObject()));
            }
        }
        return (precise.isEmpty() ? general : precise)
                .stream()
                        .sorted(Comparator.comparingInt(Citations::firstLine).thenComparing(Comparator.naturalOrder()))
                        .toList();
    }

    private static int firstLine(String range) {
        return range.matches("[0-9]{1,9}(-[0-9]+)?") ? Integer.parseInt(range.split("-", 2)[0]) : Integer.MAX_VALUE;
    }

    /** Lines of a text, or else rows of a table. */
    private List<String> places(Node citation) {
        List<Node> lines = objects(citation, Terms.LINES);
        return (lines.isEmpty() ? objects(citation, Terms.ROW) : lines)
                .stream()
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .toList();
    }

    private List<Quad> statements(Node subject) {
        List<Quad> own = description.facts().get(subject);
        if (own == null) {
            own = description.relations().get(subject);
        }
        return own != null ? own : description.notes().getOrDefault(subject, List.of());
    }

    private List<Node> objects(Node subject, Node property) {
        return statements(subject).stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .toList();
    }
}
