package org.w3id.urbis.loader.publication;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A published state of the graph.
 *
 * @param number    its number, from 1, never used twice in a data directory
 * @param hash      the SHA-256 of its sorted N-Quads in hexadecimal: equal content, equal hash
 * @param created   when it was published
 * @param quads     how many statements it holds
 * @param graphs    how many statements each of its graphs holds, by the graph's IRI
 * @param parent    the revision that was current when this one was published; empty if there was none or it is not known
 * @param directory where it lies
 */
public record Revision(
        long number,
        String hash,
        Instant created,
        long quads,
        SortedMap<String, Long> graphs,
        OptionalLong parent,
        Path directory) {

    static final String NAMES = "names";
    /** The name of the file that tells at which step of the rules each statement was made, in the order of the read form. */
    public static final String STEPS = "rule-steps.bin";

    static final String READ_FORM = "read-form.bin";
    static final String DUMPS = "dumps";

    /** Copies the counts. */
    public Revision {
        graphs = new TreeMap<>(graphs);
    }

    /** The same with the hash that it turned out to have. */
    Revision hashed(String known) {
        return new Revision(number, known, created, quads, graphs, parent, directory);
    }

    /** The same in another directory. */
    Revision in(Path other) {
        return new Revision(number, hash, created, quads, graphs, parent, other);
    }

    /**
     * The store.
     *
     * @return the TDB2 directory
     */
    public Path store() {
        return directory.resolve("tdb2");
    }

    /**
     * The dump.
     *
     * @return the sorted N-Quads, compressed by gzip
     */
    public Path dump() {
        return directory.resolve("data.nq.gz");
    }

    /**
     * What it changes of its parent, by RDF Patch.
     *
     * @return the patch, compressed by gzip; a revision of an earlier version of this program has none
     */
    public Path patch() {
        return directory.resolve("patch.rdfp.gz");
    }

    /**
     * The index of names, which can be deleted and is then made again.
     *
     * @return its directory
     */
    public Path names() {
        return directory.resolve(NAMES);
    }

    /**
     * The read form, which can be deleted and is then made again.
     *
     * @return its file
     */
    public Path readForm() {
        return directory.resolve(READ_FORM);
    }

    /** The files to take away that are derived from the dump, which can be deleted and are then made again. */
    Path dumps() {
        return directory.resolve(DUMPS);
    }
}
