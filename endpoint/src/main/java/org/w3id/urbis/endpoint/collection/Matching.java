package org.w3id.urbis.endpoint.collection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.InBlocks;

/**
 * Finds the things of a kind for which some conditions hold.
 *
 * <p>A condition on other things is walked backwards from them, which yields the few that it holds for without looking at
 * all; the smallest such set is then tested by the other conditions.
 */
final class Matching {
    private static final int MOST_KEYS = 5000;

    private final DatasetGraph dataset;
    private final Graph graph;

    /** Looks into all graphs of a dataset; to be used in one transaction. */
    Matching(DatasetGraph dataset) {
        this.dataset = dataset;
        this.graph = dataset.getUnionGraph();
    }

    /**
     * Finds things.
     *
     * @param among those that come into question, if not all do
     * @return each once, in the order of the store or of those that come into question
     * @throws ProblemException if a value stands for nothing that is known
     */
    List<Node> find(Kind kind, List<Condition> conditions, Optional<List<Node>> among) {
        List<Predicate<Node>> tests = new ArrayList<>();
        List<Set<Node>> sets = new ArrayList<>();
        List<Path> looked = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition.filter().type() == FilterType.THING) {
                sets.add(tied(kind, condition));
            } else {
                tests.add(test(condition));
                looked.add(condition.filter().path());
            }
        }
        sets.forEach(set -> tests.add(set::contains));
        Iterator<Node> candidates;
        if (among.isPresent()) {
            candidates = among.get().iterator();
        } else if (sets.isEmpty()) {
            return kept(kind.things(dataset), tests, looked);
        } else {
            candidates = sets.stream()
                    .min(Comparator.comparingInt(Set::size))
                    .orElseThrow()
                    .iterator();
        }
        tests.addFirst(thing -> thing.isURI() && kind.holds(graph, thing));
        looked.add(new P_Link(kind.membership()));
        return kept(candidates, tests, looked);
    }

    /** Those for which all tests hold, which look at nothing but what lies on some paths. */
    private List<Node> kept(Iterator<Node> candidates, List<Predicate<Node>> tests, List<Path> looked) {
        List<Node> kept = new ArrayList<>();
        InBlocks.each(dataset, candidates, looked, candidate -> {
            if (tests.stream().allMatch(test -> test.test(candidate))) {
                kept.add(candidate);
            }
        });
        return kept;
    }

    /** The things from which the filter's path leads to one that a value stands for. */
    private Set<Node> tied(Kind kind, Condition condition) {
        Filter filter = condition.filter();
        Set<Node> tied = new HashSet<>();
        for (String value : condition.values()) {
            Set<Node> targets = new References(graph).find(value, filter.spaces());
            if (targets.isEmpty()) {
                throw unknown(kind, filter, value);
            }
            targets.forEach(target -> PathEval.evalReverse(graph, target, filter.path(), ARQ.getContext())
                    .forEachRemaining(tied::add));
        }
        return tied;
    }

    private ProblemException unknown(Kind kind, Filter filter, String value) {
        Set<String> keys = new TreeSet<>();
        References references = new References(graph);
        Iterator<Node> things = Iter.takeWhile(kind.things(dataset), thing -> keys.size() < MOST_KEYS);
        List<Path> looked = List.of(new P_Seq(filter.path(), References.TO_CODES));
        InBlocks.each(dataset, things, looked, thing -> values(thing, filter).forEachRemaining(node -> {
            if (node.isURI() && keys.add(Identifiers.localName(node.getURI()))) {
                keys.addAll(references.codes(node));
            }
        }));
        return Problem.parameter(
                        filter.name(),
                        "Nothing is known by \"" + value + "\" that \"" + filter.name() + "\" could mean."
                                + FilterReading.meant(value, keys))
                .exception();
    }

    private Iterator<Node> values(Node thing, Filter filter) {
        return PathEval.eval(graph, thing, filter.path(), ARQ.getContext());
    }

    private Predicate<Node> test(Condition condition) {
        Filter filter = condition.filter();
        if (filter.type() == FilterType.PRESENCE) {
            boolean wanted = condition.values().equals(List.of("true"));
            return thing -> values(thing, filter).hasNext() == wanted;
        }
        Predicate<Node> value = value(condition);
        return thing -> {
            Iterator<Node> values = values(thing, filter);
            while (values.hasNext()) {
                Node found = values.next();
                if (found.isLiteral() && value.test(found)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<Node> value(Condition condition) {
        return switch (condition.filter().type()) {
            case NUMBER -> {
                List<BigDecimal> given =
                        condition.values().stream().map(BigDecimal::new).toList();
                yield node -> number(node)
                        .filter(number -> given.stream()
                                .anyMatch(one -> fits(condition.filter().bound(), number.compareTo(one))))
                        .isPresent();
            }
            case DATE -> {
                List<Period> given = condition.values().stream()
                        .map(text -> Period.parse(text).orElseThrow())
                        .toList();
                yield node -> Period.parse(node.getLiteralLexicalForm())
                        .filter(period -> given.stream()
                                .anyMatch(one -> fits(condition.filter().bound(), period, one)))
                        .isPresent();
            }
            default -> {
                List<String> given = condition.values().stream().map(Folded::of).toList();
                yield node -> {
                    String text = Folded.of(node.getLiteralLexicalForm());
                    return given.stream().anyMatch(text::contains);
                };
            }
        };
    }

    private static boolean fits(Bound bound, int comparison) {
        return switch (bound) {
            case LEAST -> comparison >= 0;
            case MOST -> comparison <= 0;
            default -> comparison == 0;
        };
    }

    private static boolean fits(Bound bound, Period period, Period given) {
        return switch (bound) {
            case AFTER -> !period.first().isBefore(given.first());
            case BEFORE -> !period.last().isAfter(given.last());
            default -> period.within(given);
        };
    }

    /** The number that a literal writes; empty if it writes none. */
    static Optional<BigDecimal> number(Node literal) {
        try {
            return Optional.of(new BigDecimal(literal.getLiteralLexicalForm().strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
