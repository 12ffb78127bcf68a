package org.w3id.urbis.endpoint.triplestore;

import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.urbis.endpoint.triplestore.StoreClient.Scope;

/** The rows of a client's query; when they end, the store is asked whether it still holds the same revision. */
final class VerifiedRows implements IteratorCloseable<Binding> {
    private final StoreRows rows;
    private final StoreClient client;
    private final String expected;
    private boolean isChecked;

    VerifiedRows(StoreRows rows, StoreClient client, String expected) {
        this.rows = rows;
        this.client = client;
        this.expected = expected;
    }

    @Override
    public boolean hasNext() {
        boolean more = rows.hasNext();
        if (!more && !isChecked) {
            isChecked = true;
            try (StoreRows mark = client.ask(StoreText.hash(), Scope.ALL)) {
                if (!mark.hasNext()
                        || !StatementRows.hash(mark.next().get(StoreText.HASH)).equals(expected)) {
                    throw StoreProblems.changed();
                }
            }
        }
        return more;
    }

    @Override
    public Binding next() {
        return rows.next();
    }

    @Override
    public void close() {
        isChecked = true;
        rows.close();
    }
}
