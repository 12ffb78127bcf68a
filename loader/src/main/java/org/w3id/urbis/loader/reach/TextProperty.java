package org.w3id.urbis.loader.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionBase;
import org.w3id.urbis.loader.names.UnreadableWordsException;
import org.w3id.urbis.loader.names.WordQuery;

/** {@code (?thing ?score ?name ?graph ?property) text:query (property "words" limit "lang:fr")}. */
final class TextProperty extends PropertyFunctionBase {

    private static final String CALLED = "text:query";
    private static final int MOST = 10_000;
    private static final int MOST_OUTPUTS = 5;
    private static final String LANGUAGE = "lang:";
    private static final String HIGHLIGHT = "highlight:";

    private FoundNames last;
    private List<Node> lastTerms = List.of();

    TextProperty() {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
    }

    /**
     * What is asked for.
     *
     * @param properties of which one has the name as its value; none for any
     * @param words      in the name
     * @param language   tag of the name, or the beginning of its tag; empty for any
     * @param limit      how many at most
     * @param each       whether each name by itself is wanted, and not each thing once
     */
    record Wanted(List<Node> properties, WordQuery words, String language, int limit, boolean each) {}

    @Override
    public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        super.build(subject, predicate, object, context);
        if (subject.isList() && (subject.getArgListSize() == 0 || subject.getArgListSize() > MOST_OUTPUTS)) {
            throw new QueryBuildException(CALLED + " gives (?thing ?score ?name ?graph ?property)");
        }
    }

    @Override
    public QueryIterator exec(
            Binding row, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> outputs = terms(Substitute.substitute(subject, row));
        List<Node> given = terms(Substitute.substitute(object, row));
        if (last == null || !given.equals(lastTerms)) {
            last = FoundNames.of(wanted(given, outputs.size() > 2), context);
            lastTerms = given;
        }
        return QueryIterPlainWrapper.create(
                last.of(outputs.getFirst(), outputs.size() > 3).stream()
                        .map(found -> filled(row, outputs, found))
                        .filter(filled -> filled != null)
                        .iterator(),
                context);
    }

    private static List<Node> terms(PropFuncArg argument) {
        return argument.isList() ? argument.getArgList() : List.of(argument.getArg());
    }

    /** The row with what was found; null if it says otherwise already. */
    private static Binding filled(Binding row, List<Node> outputs, FoundNames.Found found) {
        List<Node> values =
                List.of(found.thing(), found.score().asNode(), found.name(), found.graph(), found.property());
        BindingBuilder filled = Binding.builder(row);
        for (int i = 0; i < outputs.size(); i++) {
            Node output = outputs.get(i);
            if (output.isVariable() && !filled.contains(Var.alloc(output))) {
                filled.add(Var.alloc(output), values.get(i));
            } else if (!values.get(i).equals(output.isVariable() ? filled.get(Var.alloc(output)) : output)) {
                return null;
            }
        }
        return filled.build();
    }

    private static Wanted wanted(List<Node> terms, boolean each) {
        List<Node> properties = new ArrayList<>();
        int at = 0;
        while (at < terms.size() && terms.get(at).isURI()) {
            properties.add(terms.get(at++));
        }
        List<Node> rest = terms.subList(at, terms.size());
        Arguments given = new Arguments(CALLED, "property \"words\" limit \"lang:en\"", rest, 1, 4);
        String language = given.term(0).isLiteral() ? given.term(0).getLiteralLanguage() : "";
        List<Node> plain = new ArrayList<>();
        for (Node term : rest) {
            String text = text(term);
            if (!plain.isEmpty() && text.startsWith(LANGUAGE)) {
                language = text.substring(LANGUAGE.length());
            } else if (plain.isEmpty() || !text.startsWith(HIGHLIGHT)) {
                plain.add(term);
            }
        }
        int limit = plain.size() > 1 ? new Arguments(CALLED, "", plain, 1, 3).limit(1) : MOST;
        return new Wanted(
                properties, words(plain.getFirst()), language.toLowerCase(Locale.ROOT), Math.min(limit, MOST), each);
    }

    private static String text(Node term) {
        return term.isLiteral() ? term.getLiteralLexicalForm() : "";
    }

    private static WordQuery words(Node term) {
        NodeValue value = NodeValue.makeNode(term);
        if (!value.isString() && !value.isLangString()) {
            throw new UnusableArgumentException(CALLED + " takes words, not " + Arguments.shown(term) + ".");
        }
        try {
            return WordQuery.parse(term.getLiteralLexicalForm());
        } catch (UnreadableWordsException unreadable) {
            throw new UnusableArgumentException(unreadable.getMessage());
        }
    }
}
