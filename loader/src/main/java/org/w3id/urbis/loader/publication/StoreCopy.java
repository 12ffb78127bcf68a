package org.w3id.urbis.loader.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.ontology.Urbis;

/**
 * A revision as it goes into a store that others run: its statements in their graphs, all of them once more in one graph, and a
 * graph that says which revision it is.
 *
 * <p>Stores do not agree on what a query sees that names no graph: nothing but a graph without a name, or the union of all
 * graphs, and some see a statement in that union as often as there are graphs that hold it. A graph that holds everything
 * once can be named, and is the same everywhere.
 */
public final class StoreCopy {
    /** The graph that says which revision the store holds, and its subject. */
    public static final String MARK = Urbis.GRAPH + "revision";
    /** The graph that holds each statement of all the others once. */
    public static final String EVERYTHING = Urbis.GRAPH + "everything";
    /** The property of the mark whose value is the hash of the revision's sorted N-Quads. */
    public static final String HASH = DCTerms.identifier.getURI();
    /** The property of the mark whose value is the number of the revision. */
    public static final String NUMBER = DCAT.NS + "version";
    /** The property of the mark whose value says when it was published. */
    public static final String CREATED = DCTerms.issued.getURI();
    /** The property of the mark, and of the graph of everything, whose value says how many statements there are. */
    public static final String QUADS = VOID.triples.getURI();

    private final Revision revision;

    /**
     * Takes a revision.
     *
     * @param revision the revision
     */
    public StoreCopy(Revision revision) {
        this.revision = revision;
    }

    /**
     * Writes it as N-Quads, the mark last.
     *
     * @param out where to; not closed
     * @throws IOException if the dump cannot be read, or nothing can be written to the stream
     */
    public void write(OutputStream out) throws IOException {
        String everything = "<" + EVERYTHING + "> .\n";
        String last = "";
        long triples = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(revision.dump()), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                // Lines are sorted, so that the same statement in several graphs comes in a row.
                String triple = line.substring(0, line.lastIndexOf('<'));
                if (!triple.equals(last)) {
                    out.write((triple + everything).getBytes(StandardCharsets.UTF_8));
                    triples++;
                    last = triple;
                }
            }
        }
        out.write(mark(triples).getBytes(StandardCharsets.UTF_8));
    }

    private String mark(long triples) {
        return line(MARK, HASH, "\"" + revision.hash() + "\"")
                + line(MARK, NUMBER, "\"" + revision.number() + "\"")
                + line(MARK, CREATED, "\"" + revision.created() + "\"^^<" + XSD.dateTime.getURI() + ">")
                + line(MARK, QUADS, "\"" + revision.quads() + "\"^^<" + XSD.integer.getURI() + ">")
                + line(EVERYTHING, QUADS, "\"" + triples + "\"^^<" + XSD.integer.getURI() + ">");
    }

    private static String line(String subject, String property, String value) {
        return "<" + subject + "> <" + property + "> " + value + " <" + MARK + "> .\n";
    }
}
