package org.w3id.urbis.loader.inference;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * One rule: a SPARQL CONSTRUCT with a header of {@code #+} lines.
 *
 * <pre>
 * #+ summary: A place within a place is within all that holds that one.
 * #+ order: 20
 * #+ repeat: until nothing new
 * </pre>
 *
 * @param name    the name of its file without the ending
 * @param summary what it makes, in one sentence
 * @param order   its place in the order; rules of one number are run together
 * @param repeats whether the rules of its number are run again until they make nothing new
 * @param query   the CONSTRUCT, whose default graph is everything and whose named graphs are those of the candidate
 */
public record Rule(String name, String summary, int order, boolean repeats, Query query) {

    private static final Pattern HEADER = Pattern.compile("(?m)^#\\+\\s*([a-z]+):\\s*(.*?)\\s*$");
    private static final String REPEAT = "until nothing new";

    /** The rules of a folder, in the order in which they run. */
    static List<Rule> all(ResourceFolder folder) {
        return folder.names(".rq").stream()
                .map(name -> parse(name.substring(0, name.length() - 3), folder.text(name)))
                .sorted(Comparator.comparing(Rule::order).thenComparing(Rule::name))
                .toList();
    }

    static Rule parse(String name, String text) {
        String summary = "";
        int order = -1;
        boolean repeats = false;
        Matcher header = HEADER.matcher(text);
        while (header.find()) {
            String value = header.group(2);
            switch (header.group(1)) {
                case "summary" -> summary = value;
                case "order" -> order = number(name, value);
                case "repeat" -> repeats = repeat(name, value);
                default ->
                    throw new UnusableRuleException(name, "does not know \"" + header.group(1) + "\" in its header");
            }
        }
        if (summary.isEmpty() || order < 0) {
            throw new UnusableRuleException(name, "needs \"#+ summary:\" and \"#+ order:\" in its header");
        }
        return new Rule(name, summary, order, repeats, query(name, text));
    }

    /** Makes what follows from a candidate, again if it is there already. */
    void make(Candidate candidate, Context context, Consumer<Triple> made) {
        make(candidate.dataset(), context, made);
    }

    /** Makes what follows from a graph. */
    void make(DatasetGraph graph, Context context, Consumer<Triple> made) {
        try (QueryExec execution = QueryExec.newBuilder()
                .query(query)
                .dataset(graph)
                .context(context)
                .build()) {
            execution
                    .constructTriples()
                    .forEachRemaining(triple -> made.accept(CanonicalTerm.of(Quad.create(Quad.defaultGraphIRI, triple))
                            .asTriple()));
        }
    }

    /** The same rule, asked in other words. */
    Rule asking(Query other) {
        return new Rule(name, summary, order, repeats, other);
    }

    private static Query query(String name, String text) {
        try {
            Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            if (!query.isConstructType() || query.hasDatasetDescription() || query.isConstructQuad()) {
                throw new UnusableRuleException(name, "is not a CONSTRUCT of triples over the whole graph");
            }
            if (query.getConstructTemplate().getTriples().stream()
                    .anyMatch(triple ->
                            triple.getSubject().isBlank() || triple.getObject().isBlank())) {
                throw new UnusableRuleException(name, "makes blank nodes, which would be new ones each time");
            }
            MappingFunctions.refusals(Algebra.compile(query)).stream()
                    .findFirst()
                    .ifPresent(reason -> {
                        throw new UnusableRuleException(name, "cannot be run: " + reason);
                    });
            return query;
        } catch (QueryException e) {
            throw new UnusableRuleException(name, "cannot be parsed: " + e.getMessage(), e);
        }
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,6}")) {
            throw new UnusableRuleException(name, "has an order that is no number: " + value);
        }
        return Integer.parseInt(value);
    }

    private static boolean repeat(String name, String value) {
        if (!value.equals(REPEAT)) {
            throw new UnusableRuleException(name, "can only be repeated \"" + REPEAT + "\", not \"" + value + "\"");
        }
        return true;
    }
}
