package org.w3id.urbis.shapes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/** Packs what ships, while the program is built: the ontology, the shapes and what they say in other languages. */
final class ShippedPacks {

    private ShippedPacks() {}

    /**
     * Packs.
     *
     * @param arguments the folder of classes to write to
     * @throws IllFormedShapesException if SHACL does not allow what the shapes say: who reads the pack trusts it
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(TurtleFiles.PACKS));
        ResourceFolder ontology = ResourceFolder.onClasspath(Vocabulary.FOLDER);
        pack(Vocabulary.PACK, ontology, ontology.names(".ttl"), folder);
        ResourceFolder shapes = ResourceFolder.onClasspath(ShapeLibrary.FOLDER);
        ShapeLibrary.of(pack(ShapeLibrary.PACK, shapes, ShapeLibrary.filesForParts(shapes), folder));
        ResourceFolder messages = ResourceFolder.onClasspath(Translations.FOLDER);
        pack(Translations.PACK, messages, messages.names(".ttl"), folder);
    }

    private static Graph pack(String pack, ResourceFolder from, List<String> names, Path to) throws IOException {
        Collected all = new Collected();
        names.forEach(name -> TurtleFiles.read(from, name, all));
        try (OutputStream out = Files.newOutputStream(to.resolve(pack))) {
            GraphPack.write(pack, TurtleFiles.checksums(from, names), all.prefixes, new ArrayList<>(all.triples), out);
        }
        Graph graph = GraphFactory.createGraphMem();
        all.triples.forEach(graph::add);
        return graph;
    }

    /** Statements in the order in which they come, and prefixes. */
    private static final class Collected extends StreamRDFBase {

        private final Set<Triple> triples = new LinkedHashSet<>();
        private final SortedMap<String, String> prefixes = new TreeMap<>();

        @Override
        public void triple(Triple triple) {
            triples.add(triple);
        }

        @Override
        public void prefix(String prefix, String iri) {
            prefixes.put(prefix, iri);
        }
    }
}
