package org.w3id.urbis.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/** Reads the shipped Turtle files by which others are judged; a fault in them is no finding, it is an exception. */
final class TurtleFiles {

    private TurtleFiles() {}

    /** Adds a shipped file and its prefixes to a graph. */
    static void read(ResourceFolder folder, String name, Graph into) {
        read(folder.label() + "/" + name, folder.open(name), into);
    }

    private static void read(String label, InputStream turtle, Graph into) {
        try (turtle) {
            RDFParser.source(turtle)
                    .lang(Lang.TURTLE)
                    .strict(true)
                    .base("https://w3id.org/urbis/")
                    .errorHandler(ErrorHandlerFactory.errorHandlerExceptionOnError())
                    .parse(into);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + label, e);
        } catch (RiotException e) {
            throw new UnreadableShapesException(label + ": " + e.getMessage(), e);
        }
    }
}
