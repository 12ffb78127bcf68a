package org.w3id.urbis.loader.publication;

import java.util.stream.StreamSupport;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Looks at a revision as it lies on disk, for tests outside this package. */
public final class StoredRevision {

    private StoredRevision() {}

    /** The hash of what the store holds now, which is that of the revision if it is whole. */
    public static String hash(Revision revision) {
        return Store.read(revision, store -> {
            Iterable<Quad> quads = () -> store.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
            return SortedQuads.of(StreamSupport.stream(quads.spliterator(), false))
                    .hash();
        });
    }

    /** Whether some statement has this text as its value. */
    public static boolean mentions(Revision revision, String text) {
        return Store.read(
                revision,
                store -> Iter.anyMatch(
                        store.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY),
                        quad -> quad.getObject().isLiteral()
                                && quad.getObject().getLiteralLexicalForm().equals(text)));
    }
}
