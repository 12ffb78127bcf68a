package org.w3id.urbis.loader.preview;

import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;

/**
 * Joins whose results may be closed before any is read, as happens where there is nothing to join them with: Jena's hash join
 * then fails, for it has made no table yet.
 */
final class CarefulExecutor extends OpExecutor {

    CarefulExecutor(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return careful(super.execute(join, input));
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        return careful(super.execute(join, input));
    }

    private static QueryIterator careful(QueryIterator joined) {
        return new QueryIteratorWrapper(joined) {
            private boolean begun;

            @Override
            protected boolean hasNextBinding() {
                begun = true;
                return super.hasNextBinding();
            }

            @Override
            protected void closeIterator() {
                // What has not begun holds nothing but what it would have read, which ends with the query.
                if (begun) {
                    super.closeIterator();
                }
            }
        };
    }
}
