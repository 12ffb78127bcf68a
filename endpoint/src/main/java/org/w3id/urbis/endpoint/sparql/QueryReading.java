package org.w3id.urbis.endpoint.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.endpoint.federation.Federation;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.sparql.bound.ClosedFunctions;
import org.w3id.urbis.loader.reach.Reach;

/** Reads a query once, before anything runs: is it SPARQL, may it run here, can its answer be kept? */
final class QueryReading {
    /** Patterns, operators and expressions; each costs stack and time while the query is prepared and run. */
    private static final int MOST_PARTS = 5_000;

    /** What a library says of a fault may hold all of the text that is at fault. */
    private static final int LONGEST_MESSAGE = 500;

    /** Characters of queries that are remembered as read, in all; each takes a hundred times as much memory. */
    private static final long REMEMBERED_CHARACTERS = 100_000;

    private final FunctionRegistry functions = ClosedFunctions.registry();
    private final Cache<String, ReadQuery> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_CHARACTERS)
            .weigher((String text, ReadQuery query) -> text.length())
            .build();
    private final String base;
    private final Federation federation;

    /**
     * Prepares to read.
     *
     * @param base       what relative IRIs in queries are resolved against
     * @param federation knows which other endpoints may be asked
     */
    QueryReading(String base, Federation federation) {
        this.base = base;
        this.federation = federation;
    }

    /** Forgets all queries that were read. */
    void forget() {
        remembered.invalidateAll();
    }

    /**
     * Reads a query, or takes it as it was read before: what is asked comes again, with other wishes for its form.
     *
     * @throws ProblemException if it does not parse, is too complex, is an update, asks an endpoint that is not allowed or an unknown
     *                          function
     */
    ReadQuery read(String text) {
        ReadQuery known = remembered.getIfPresent(text);
        if (known != null) {
            return known;
        }
        ReadQuery query = readAnew(text);
        remembered.put(text, query);
        return query;
    }

    private ReadQuery readAnew(String text) {
        try {
            return checked(text, parse(text));
        } catch (StackOverflowError tooDeep) {
            throw QueryRun.tooComplex().exception(tooDeep);
        }
    }

    private ReadQuery checked(String text, Query query) {
        Op algebra = Algebra.compile(query);
        QueryTraits traits = QueryTraits.of(algebra);
        if (traits.parts() > MOST_PARTS) {
            throw QueryRun.tooComplex().exception();
        }
        for (OpService service : traits.services()) {
            federation.refusal(service).ifPresent(refusal -> {
                throw refusal.exception();
            });
        }
        Set<String> unknown = new LinkedHashSet<>(traits.functions());
        unknown.removeIf(functions::isRegistered);
        if (!unknown.isEmpty()) {
            String first = unknown.iterator().next();
            throw Problem.of(ProblemType.UNKNOWN_FUNCTION, "There is no function <" + first + "> here.")
                    .with("function", first)
                    .exception();
        }
        boolean newBlankNodes = query.isConstructType()
                && query.getConstructTemplate().getQuads().stream()
                        .anyMatch(quad -> isBlank(quad.getSubject()) || isBlank(quad.getObject()));
        return new ReadQuery(
                text,
                query,
                algebra,
                traits.isRepeatable() && !newBlankNodes,
                !traits.services().isEmpty(),
                isPortable(traits, algebra),
                traits.words());
    }

    /** Whether every store knows all that it uses: no functions of XPath or of ours, and none in the place of a predicate. */
    private static boolean isPortable(QueryTraits traits, Op algebra) {
        String written = algebra.toString();
        return traits.functions().stream().allMatch(function -> function.startsWith(XSD.getURI()))
                && !written.contains(Reach.SPATIAL)
                && !written.contains(Reach.TEXT);
    }

    private static boolean isBlank(Node node) {
        return node.isBlank();
    }

    private Query parse(String text) {
        try {
            Query query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_12);
            if (query.isConstructType() && query.isConstructQuad()) {
                throw Problem.of(ProblemType.QUERY_SYNTAX, "CONSTRUCT can make triples here, not quads.")
                        .exception();
            }
            return query;
        } catch (QueryParseException fault) {
            if (fault.getCause() instanceof StackOverflowError) {
                throw QueryRun.tooComplex().exception(fault);
            }
            throw syntax(text, fault);
        } catch (QueryException fault) {
            String message = String.valueOf(fault.getMessage());
            String beginning = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
            throw Problem.of(
                            ProblemType.QUERY_SYNTAX,
                            beginning.lines().findFirst().orElse("It cannot be read."))
                    .exception(fault);
        }
    }

    private static ProblemException syntax(String text, QueryParseException fault) {
        if (isUpdate(text)) {
            return Problem.of(ProblemType.READ_ONLY, "This is an update. Only queries are answered here.")
                    .exception(fault);
        }
        String message = String.valueOf(fault.getMessage()).strip();
        SyntaxFault place = SyntaxFault.of(text, message, fault.getLine(), fault.getColumn());
        Problem problem = Problem.of(ProblemType.QUERY_SYNTAX, place.detail());
        if (place.line() > 0) {
            problem = problem.with("line", place.line()).with("column", place.column());
        }
        if (!place.expected().isEmpty()) {
            problem = problem.with("expected", place.expected());
        }
        if (place.suggestion().isPresent()) {
            problem = problem.with("suggestion", place.suggestion().get());
        }
        var undeclared = PrefixAdvice.undeclared(message);
        if (undeclared.isPresent()) {
            String prefix = undeclared.get();
            problem = problem.with("prefix", prefix);
            var nearest = PrefixAdvice.nearest(prefix);
            String detail = "Line %d, column %d: the prefix \"%s:\" is not declared."
                    .formatted(place.line(), place.column(), prefix);
            if (nearest.isPresent()) {
                String declaration = PrefixAdvice.declaration(nearest.get());
                detail += (nearest.get().equals(prefix) ? " Add: " : " Did you mean \"" + nearest.get() + ":\"? Add: ")
                        + declaration;
                problem = problem.with("suggestion", declaration);
            }
            problem = new Problem(problem.type(), detail, Optional.empty(), problem.members());
        }
        return problem.exception(fault);
    }

    /** Whether text that is no query is an update: worth knowing, because the remedy is another one. */
    private static boolean isUpdate(String text) {
        try {
            return !UpdateFactory.create(text).getOperations().isEmpty();
        } catch (QueryException | IllegalArgumentException neither) {
            return false;
        }
    }
}
