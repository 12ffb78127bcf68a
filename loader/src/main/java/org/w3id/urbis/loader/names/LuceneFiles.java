package org.w3id.urbis.loader.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.store.FSDirectory;

/** Opens the files of an index. */
final class LuceneFiles {

    /**
     * Lucene warns by it, on standard error, that an incubating module of Java is not in use, which speeds up vectors: there
     * are none in an index of names. Held here, because Java forgets the level of a logger that nobody holds.
     */
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private LuceneFiles() {}

    /** Opens a directory; mapped into memory wherever the machine can. */
    static FSDirectory in(Path directory) throws IOException {
        return FSDirectory.open(directory);
    }
}
