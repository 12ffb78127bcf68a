package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;

/**
 * Triple patterns with their parts as numbers: those of terms as they are, those of variables as {@link #VARIABLE} and
 * downwards.
 */
final class CompiledPattern {
    /** The first variable; the next is one less, and so on. */
    private static final int VARIABLE = -10;

    private final List<Var> variables = new ArrayList<>();
    private final int[] parts;
    private final int graphVariable;
    private final GraphChoice graph;
    private final boolean possible;
    private ValueRanges ranges = ValueRanges.NONE;

    private CompiledPattern(ReadForm form, BasicPattern pattern, GraphChoice graph, Var graphVariable) {
        this.graph = graph;
        this.graphVariable = graphVariable == null ? -1 : place(graphVariable);
        this.parts = new int[3 * pattern.size()];
        boolean unknown = graph == GraphChoice.NONE;
        int at = 0;
        for (Triple triple : pattern) {
            for (Node part : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                parts[at] = Var.isVar(part)
                        ? VARIABLE - place(Var.alloc(part))
                        : form.terms().number(part);
                unknown |= parts[at] == Terms.UNKNOWN;
                at++;
            }
        }
        this.possible = !unknown;
    }

    /**
     * Compiles patterns that are looked for in one graph.
     *
     * @param graph name of the graph, a variable, or one of the names of the union and of the default graph
     */
    static CompiledPattern of(ReadForm form, BasicPattern pattern, Node graph) {
        if (Var.isVar(graph)) {
            return new CompiledPattern(form, pattern, GraphChoice.UNION, Var.alloc(graph));
        }
        return of(form, pattern, choice(form, graph));
    }

    /** Compiles patterns that are looked for in a graph chosen already. */
    static CompiledPattern of(ReadForm form, BasicPattern pattern, GraphChoice graph) {
        return new CompiledPattern(form, pattern, graph, null);
    }

    private static GraphChoice choice(ReadForm form, Node graph) {
        return Quad.isUnionGraph(graph) || Quad.isDefaultGraph(graph)
                ? GraphChoice.UNION
                : GraphChoice.of(form.triples(), form.part(graph));
    }

    /** The same, of which only what has its values in some ranges is of use. */
    CompiledPattern within(ValueRanges wanted) {
        ranges = wanted;
        return this;
    }

    /** What is asked of the values of its variables. */
    ValueRanges ranges() {
        return ranges;
    }

    /** The variable that stands for the value of a triple pattern; null if there is none. */
    Var valueVariable(int pattern) {
        int variable = variable(pattern, 2);
        return variable < 0 ? null : variables.get(variable);
    }

    private int place(Var variable) {
        int known = variables.indexOf(variable);
        if (known >= 0) {
            return known;
        }
        variables.add(variable);
        return variables.size() - 1;
    }

    /** Whether all its constants are in the form, so that anything can match at all. */
    boolean isPossible() {
        return possible;
    }

    /** How many triple patterns it has. */
    int size() {
        return parts.length / 3;
    }

    /** Its variables, that of the graph among them. */
    List<Var> variables() {
        return variables;
    }

    /** Which variable stands in a part, or -1 for a constant; part 0 to 2 of a triple pattern. */
    int variable(int pattern, int part) {
        int number = parts[3 * pattern + part];
        return number <= VARIABLE ? VARIABLE - number : -1;
    }

    /** The number of a constant part. */
    int constant(int pattern, int part) {
        return parts[3 * pattern + part];
    }

    /** Which variable names the graph, or -1 if none does. */
    int graphVariable() {
        return graphVariable;
    }

    /** The graph, if no variable names it. */
    GraphChoice graph() {
        return graph;
    }
}
