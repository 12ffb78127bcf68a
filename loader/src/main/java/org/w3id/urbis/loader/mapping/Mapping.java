package org.w3id.urbis.loader.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;
import org.w3id.urbis.queries.SyntaxFault;

/**
 * A SPARQL CONSTRUCT that is run once for each row of a table, with the columns bound.
 *
 * <p>Read and compiled once. For a row, its values take the place of the variables in the compiled form, as terms and
 * never as text, so that they are seen in every group and subquery; the row itself is where the evaluation starts, so
 * that the template sees them too.
 */
final class Mapping {

    private final Query query;
    private final Op compiled;
    private final Context context = MappingFunctions.context();

    private Mapping(Query query) {
        this.query = query;
        AnyIri.register(FunctionRegistry.get(context));
        this.compiled = AnyIri.in(Algebra.compile(query));
    }

    /**
     * Reads a mapping.
     *
     * @param faults takes what is wrong with it; with any, the result is of no use
     * @return the mapping, or null if it cannot be read
     */
    static Mapping read(SourceFile file, Collection<Fault> faults) {
        String text;
        try (InputStream in = file.open()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
        try {
            Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            if (!query.isConstructType() || query.hasDatasetDescription() || query.isConstructQuad()) {
                faults.add(Fault.of(
                        file.label(),
                        "A mapping is a CONSTRUCT of triples, without FROM and without GRAPH in"
                                + " its template: its triples go into the graph that source.ttl names for the table."));
                return null;
            }
            Mapping mapping = new Mapping(query);
            new ForbiddenParts(mapping.context, true)
                    .of(mapping.compiled)
                    .forEach(message -> faults.add(Fault.of(file.label(), message)));
            return mapping;
        } catch (QueryParseException e) {
            SyntaxFault fault = SyntaxFault.of(e);
            faults.add(new Fault(file.label(), fault.line(), fault.column(), fault.message()));
        } catch (QueryException e) {
            faults.add(Fault.of(file.label(), e.getMessage()));
        }
        return null;
    }

    /** The variables that the mapping uses but never gives a value to: they have to be columns. */
    Set<String> columns() {
        Set<Var> used = new TreeSet<>((one, other) -> one.getVarName().compareTo(other.getVarName()));
        used.addAll(OpVars.mentionedVars(compiled));
        query.getConstructTemplate().getTriples().forEach(triple -> Vars.addVarsFromTriple(used, triple));
        Set<Var> given = new HashSet<>(OpVars.visibleVars(compiled));
        // What a subquery keeps to itself has a value there.
        Walker.walk(compiled, new OpVisitorBase() {
            @Override
            public void visit(OpProject project) {
                given.addAll(OpVars.visibleVars(project.getSubOp()));
            }

            @Override
            public void visit(OpGroup group) {
                given.addAll(OpVars.visibleVars(group.getSubOp()));
            }
        });
        return used.stream()
                .filter(variable -> variable.isNamedVar() && !given.contains(variable))
                .map(Var::getVarName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The triples of one row, with blank nodes of its own. */
    List<Triple> construct(Binding row, DatasetGraph reference) {
        Op op = Algebra.optimize(inConditions(Substitute.substitute(compiled, row), row), context);
        ExecutionContext execution = ExecutionContext.create(reference, context);
        List<Triple> triples = new ArrayList<>();
        QueryIterator solutions = QC.execute(op, row, execution);
        try {
            TemplateLib.calcTriples(query.getConstructTemplate().getTriples(), solutions)
                    .forEachRemaining(triples::add);
        } finally {
            solutions.close();
        }
        return triples;
    }

    /** Puts the values of a row into the conditions of OPTIONAL as well, which Jena leaves as they are. */
    private static Op inConditions(Op op, Binding row) {
        return Transformer.transform(
                new TransformCopy() {
                    @Override
                    public Op transform(OpLeftJoin join, Op left, Op right) {
                        return join.getExprs() == null
                                ? super.transform(join, left, right)
                                : OpLeftJoin.create(left, right, join.getExprs().copySubstitute(row));
                    }
                },
                op);
    }
}
