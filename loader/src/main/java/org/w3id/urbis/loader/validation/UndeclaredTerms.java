package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.PathFactory;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Finds words that nobody declared: misspelt terms, codes, framework elements and areas.
 *
 * <p>RDF and SHACL both take them without a word. Terms are for the ontology alone to declare; of the others, a file or
 * the published graph may bring its own.
 */
final class UndeclaredTerms {

    private final Vocabulary vocabulary;
    private final Graph data;
    private final Graph base;

    UndeclaredTerms(Vocabulary vocabulary, Graph data, Graph base) {
        this.vocabulary = vocabulary;
        this.data = data;
        this.base = base;
    }

    /** Finds every statement that uses such a word; the value of the finding is the word. */
    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        data.find().forEachRemaining(triple -> {
            check(triple, triple.getSubject(), findings);
            check(triple, triple.getPredicate(), findings);
            check(triple, triple.getObject(), findings);
        });
        return findings;
    }

    private void check(Triple triple, Node word, List<Finding> findings) {
        if (word.isURI() && vocabulary.isListed(word.getURI()) && !isKnown(word)) {
            findings.add(finding(triple, word));
        }
    }

    private boolean isKnown(Node word) {
        if (vocabulary.knows(word.getURI())) {
            return true;
        }
        return !vocabulary.isTerm(word.getURI())
                && (data.contains(word, Node.ANY, Node.ANY) || base.contains(word, Node.ANY, Node.ANY));
    }

    private Finding finding(Triple triple, Node word) {
        boolean isTerm = vocabulary.isTerm(word.getURI());
        String message = isTerm
                ? "The ontology has no " + vocabulary.names().of(word.getURI()) + "."
                : "Nothing known is called " + vocabulary.names().of(word.getURI()) + ".";
        return new Finding(
                "",
                0,
                0,
                Severity.VIOLATION,
                (isTerm ? Check.UNDECLARED_TERM : Check.UNKNOWN_CODE).component(),
                Optional.of(triple.getSubject()),
                Optional.of(PathFactory.pathLink(triple.getPredicate())),
                Optional.of(word),
                Optional.empty(),
                message,
                fix(word));
    }

    private Optional<String> fix(Node word) {
        return vocabulary.nearest(word.getURI()).stream()
                .map(near -> vocabulary.names().of(near)
                        + vocabulary
                                .label(near)
                                .map(label -> " (" + label + ")")
                                .orElse(""))
                .reduce((a, b) -> a + " or " + b)
                .map(words -> "Did you mean " + words + "?");
    }
}
