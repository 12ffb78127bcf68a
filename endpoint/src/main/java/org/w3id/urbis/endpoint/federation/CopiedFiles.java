package org.w3id.urbis.endpoint.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sys.JenaSystem;

/**
 * A copy of an endpoint's data: the files that its publisher offers, as they are, held in memory. The graph that is served knows
 * nothing of it, so that what the publisher says in other words than ours need not pass the gate.
 */
final class CopiedFiles {
    static {
        JenaSystem.init();
    }

    /** What reading may not ask anybody else for, as it would for contexts of JSON-LD. */
    private static final Set<Lang> FORMS = Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML);

    private static final int MOST_STATEMENTS = 300_000;

    private CopiedFiles() {}

    /**
     * Reads them.
     *
     * @param folder where they are found from
     * @param names  with commas between
     * @return all their statements together; nothing may be added
     * @throws IOException if one is not there, is of another form, has faults, or they say too much to be held
     */
    static Graph read(Path folder, String names) throws IOException {
        Graph copy = GraphMemFactory.createDefaultGraph();
        for (String name : names.split(",")) {
            Path file = folder.resolve(name.strip());
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is no file");
            }
            Lang form = RDFLanguages.filenameToLang(file.toString());
            if (form == null || !FORMS.contains(form)) {
                throw new IOException(file + " ends like nothing of Turtle, N-Triples and RDF/XML");
            }
            try {
                RDFParser.source(file)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(new StreamRDFWrapper(StreamRDFLib.graph(copy)) {
                            @Override
                            public void triple(Triple statement) {
                                if (copy.size() == MOST_STATEMENTS) {
                                    throw new RiotException("more than " + MOST_STATEMENTS + " statements in all");
                                }
                                super.triple(statement);
                            }
                        });
            } catch (RiotException faulty) {
                throw new IOException(file + ": " + faulty.getMessage(), faulty);
            }
        }
        return copy;
    }
}
