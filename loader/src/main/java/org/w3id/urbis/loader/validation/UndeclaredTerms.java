package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.shapes.Spelling;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Finds words that nobody declared: misspelt terms, codes, framework elements and areas.
 *
 * <p>RDF and SHACL both take them without a word. Terms are for the ontology alone to declare; of the others, a file or
 * the published graph may bring its own.
 */
final class UndeclaredTerms {

    /** In a name as long as this two keystrokes may be a slip; in a shorter one they make another name. */
    private static final int LONG = 8;

    private static final Pattern DIGITS = Pattern.compile("[0-9]");

    private final Vocabulary vocabulary;
    private final Graph data;
    private final Graph base;
    private final Map<Node, List<String>> nearest = new HashMap<>();

    UndeclaredTerms(Vocabulary vocabulary, Graph data, Graph base) {
        this.vocabulary = vocabulary;
        this.data = data;
        this.base = base;
    }

    /**
     * Finds every statement that uses such a word; the value of the finding is the word.
     *
     * @param most how many findings are enough; a few more may be returned
     */
    List<Finding> find(int most) {
        return find(data.find(), most);
    }

    /**
     * Finds which of some statements of the data use such a word.
     *
     * @param triples the statements
     * @param most    how many findings are enough; a few more may be returned
     */
    List<Finding> find(Iterator<Triple> triples, int most) {
        List<Finding> findings = new ArrayList<>();
        while (triples.hasNext() && findings.size() < most) {
            Triple triple = triples.next();
            check(triple, triple.getSubject(), findings);
            check(triple, triple.getPredicate(), findings);
            check(triple, triple.getObject(), findings);
            misused(triple).ifPresent(findings::add);
        }
        return findings;
    }

    private void check(Triple triple, Node word, List<Finding> findings) {
        if (!word.isURI()) {
            return;
        }
        if (vocabulary.isListed(word.getURI())
                ? !isKnown(word)
                : !ForeignTerms.meant(word.getURI()).isEmpty()) {
            findings.add(finding(triple, word));
        }
    }

    /** A class of ours in place of a property, or a property in place of a class. */
    private Optional<Finding> misused(Triple triple) {
        if (isOfOntology(triple.getPredicate())
                && vocabulary.isClass(triple.getPredicate().getURI())) {
            return Optional.of(misused(triple, triple.getPredicate(), "term.class-as-property"));
        }
        return triple.getPredicate().equals(RDF.Nodes.type)
                        && isOfOntology(triple.getObject())
                        && vocabulary.isProperty(triple.getObject().getURI())
                ? Optional.of(misused(triple, triple.getObject(), "term.property-as-class"))
                : Optional.empty();
    }

    private boolean isOfOntology(Node word) {
        return word.isURI() && vocabulary.isTerm(word.getURI());
    }

    private Finding misused(Triple triple, Node word, String key) {
        boolean isClass = vocabulary.isClass(word.getURI());
        String name = Vocabulary.lastPart(word.getURI());
        List<String> meant = vocabulary.called(
                name, iri -> isClass ? vocabulary.isProperty(iri) : vocabulary.isTerm(iri) && vocabulary.isClass(iri));
        return fault(
                        Check.UNDECLARED_TERM,
                        Wording.of(key, "term", vocabulary.names().of(word.getURI())))
                .about(triple.getSubject(), PathFactory.pathLink(triple.getPredicate()), word)
                .with(fix(word, meant));
    }

    private boolean isKnown(Node word) {
        if (vocabulary.knows(word.getURI())) {
            return true;
        }
        return !vocabulary.isTerm(word.getURI())
                && (data.contains(word, Node.ANY, Node.ANY) || base.contains(word, Node.ANY, Node.ANY));
    }

    private Finding finding(Triple triple, Node word) {
        String name = vocabulary.names().of(word.getURI());
        Finding finding = !vocabulary.isListed(word.getURI())
                ? fault(Check.UNDECLARED_TERM, Wording.of("term.misspelt", "term", name))
                : vocabulary.isTerm(word.getURI())
                        ? fault(Check.UNDECLARED_TERM, Wording.of("term.undeclared", "term", name))
                        : fault(Check.UNKNOWN_CODE, Wording.of("code.unknown", "code", name));
        return finding.about(triple.getSubject(), PathFactory.pathLink(triple.getPredicate()), word)
                .with(fix(word));
    }

    /** The words that an unknown one was probably meant to be. */
    static List<String> nearest(Node word, Vocabulary vocabulary) {
        if (vocabulary.isTerm(word.getURI()) && vocabulary.isClass(word.getURI())) {
            return vocabulary.called(Vocabulary.lastPart(word.getURI()), vocabulary::isProperty);
        }
        return vocabulary.isListed(word.getURI())
                ? vocabulary.nearest(word.getURI())
                : ForeignTerms.meant(word.getURI());
    }

    /** The nearest, or what is called as the data calls it. */
    private List<String> nearestOrCalled(Node word) {
        List<String> near = nearest(word, vocabulary);
        return near.isEmpty() && vocabulary.isListed(word.getURI())
                ? Namesakes.names(word, data)
                        .map(name -> vocabulary.called(
                                name, iri -> vocabulary.isTerm(iri) == vocabulary.isTerm(word.getURI())))
                        .filter(called -> !called.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                : near;
    }

    private static Finding fault(Check check, Wording wording) {
        return Finding.of(Position.NOWHERE, Severity.VIOLATION, check, wording);
    }

    private Optional<Fix> fix(Node word) {
        return fix(word, nearest.computeIfAbsent(word, any -> nearestOrCalled(any)));
    }

    private Optional<Fix> fix(Node word, List<String> near) {
        return Meant.of(Namesakes.terms(near, vocabulary))
                .map(words -> near.size() == 1
                        ? edit(word.getURI(), near.getFirst())
                                .map(edit -> Fix.editing(words, edit))
                                .orElseGet(() -> Fix.saying(words))
                        : Fix.saying(words));
    }

    /** The change that a slip of the pen needs; none where another word may have been meant, as with most numbers. */
    private Optional<Edit> edit(String written, String meant) {
        int cut = Math.max(meant.lastIndexOf('#'), meant.lastIndexOf('/')) + 1;
        if (!written.startsWith(meant.substring(0, cut))) {
            return Optional.empty();
        }
        String from = written.substring(cut);
        String to = meant.substring(cut);
        boolean isNumber = DIGITS.matcher(from).find() || DIGITS.matcher(to).find();
        boolean isSure = vocabulary.isCalled(meant, from)
                || (isNumber
                        ? from.replaceFirst("^0+", "").equals(to.replaceFirst("^0+", ""))
                        : Spelling.distance(from, to) <= (to.length() < LONG ? 1 : 2));
        return isSure && !from.isEmpty() ? Optional.of(Edit.of(from, to)) : Optional.empty();
    }
}
