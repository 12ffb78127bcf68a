package org.w3id.urbis.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * Reads the shipped Turtle files by which others are judged; a fault in them is no finding, it is an exception.
 *
 * <p>Where the build has packed them, the pack is used in their place: reading more than a megabyte of Turtle takes
 * longer than judging most files.
 */
final class TurtleFiles {

    /** Where the packs lie on the classpath, each named like what it holds. */
    static final String PACKS = "urbis/packed";

    private TurtleFiles() {}

    /**
     * Reads files of a folder.
     *
     * @param pack   what the build calls these very files, packed
     * @param folder where they lie
     * @param names  which
     * @return what they say together, with their prefixes; not to be changed
     * @throws UnreadableShapesException if one is no Turtle
     */
    static Graph read(String pack, ResourceFolder folder, List<String> names) {
        return packed(pack, folder, names).orElseGet(() -> {
            Graph graph = GraphFactory.createGraphMem();
            names.forEach(name -> read(folder, name, graph));
            return graph;
        });
    }

    /** Adds a shipped file and its prefixes to a graph. */
    static void read(ResourceFolder folder, String name, Graph into) {
        read(folder, name, StreamRDFLib.graph(into));
    }

    /** Hands a shipped file on, statement by statement. */
    static void read(ResourceFolder folder, String name, StreamRDF into) {
        String label = folder.label() + "/" + name;
        try (InputStream turtle = folder.open(name)) {
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

    /** The files as the build has packed them; empty if it has not, or a file is not what it was then. */
    static Optional<Graph> packed(String pack, ResourceFolder folder, List<String> names) {
        ResourceFolder packs = ResourceFolder.beside(TurtleFiles.class, PACKS);
        if (!packs.names().contains(pack)) {
            return Optional.empty();
        }
        try (InputStream packed = packs.open(pack)) {
            return GraphPack.read(pack, checksums(folder, names), packed);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + PACKS + "/" + pack, e);
        }
    }

    /** Names and checksums of files. */
    static SortedMap<String, Long> checksums(ResourceFolder folder, List<String> names) {
        SortedMap<String, Long> checksums = new TreeMap<>();
        names.forEach(name -> checksums.put(name, folder.checksum(name)));
        return checksums;
    }
}
