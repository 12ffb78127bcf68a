package org.w3id.urbis.loader.preview;

import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;

/**
 * Joins whose results may be closed before any is read, as happens where there is nothing to join them with: Jena's hash join
 * then fails, for it has made no table yet, and leaves what it would have read open.
 */
final class CarefulExecutor extends OpExecutor {

    CarefulExecutor(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = exec(join.getRight(), root());
        return new Joined(Join.join(left, right, execCxt), left, right, execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = exec(join.getRight(), root());
        return new Joined(Join.leftJoin(left, right, join.getExprs(), execCxt), left, right, execCxt);
    }

    /** The rows of a join. */
    private static final class Joined extends QueryIteratorWrapper {

        private final QueryIterator joined;
        private final QueryIterator left;
        private final QueryIterator right;
        private final ExecutionContext context;
        private boolean begun;

        Joined(QueryIterator joined, QueryIterator left, QueryIterator right, ExecutionContext context) {
            super(joined);
            this.joined = joined;
            this.left = left;
            this.right = right;
            this.context = context;
        }

        @Override
        protected boolean hasNextBinding() {
            begun = true;
            return super.hasNextBinding();
        }

        @Override
        protected void closeIterator() {
            if (begun) {
                super.closeIterator();
            } else {
                left.close();
                right.close();
                context.closedIterator(joined);
            }
        }
    }
}
