package org.w3id.urbis.loader.readform;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;

/** What an empty pattern in a graph asks: which graphs there are, or whether one is there. */
final class GraphNameRows extends QueryIterRepeatApply {
    private final Node name;

    GraphNameRows(Node name, QueryIterator input, ExecutionContext context) {
        super(input, context);
        this.name = name;
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        DatasetGraph dataset = getExecContext().getDataset();
        Node known = Substitute.substitute(name, row);
        if (!Var.isVar(known)) {
            return dataset.containsGraph(known)
                    ? QueryIterSingleton.create(row, getExecContext())
                    : QueryIterNullIterator.create(getExecContext());
        }
        Var variable = Var.alloc(known);
        return QueryIterPlainWrapper.create(
                Iter.map(dataset.listGraphNodes(), graph -> BindingFactory.binding(row, variable, graph)),
                getExecContext());
    }
}
