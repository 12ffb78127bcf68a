package org.w3id.urbis.loader.source;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;

/**
 * A body of facts that enters the graph together.
 *
 * @param id          the name of its folder, by which it is loaded
 * @param iri         its IRI, {@code <base>id/source/<id>}
 * @param title       its title, in English where there is one
 * @param publisher   who published it
 * @param licence     the licence it is under
 * @param download    where to get its file when it does not ship with the program
 * @param description the {@code source.ttl}
 * @param graphs      the graphs it fills, in the order of their names
 */
public record Source(
        String id,
        Node iri,
        String title,
        Optional<Node> publisher,
        Optional<Node> licence,
        Optional<String> download,
        SourceFile description,
        List<SourceGraph> graphs) {

    /** Copies the list. */
    public Source {
        graphs = List.copyOf(graphs);
    }

    /**
     * Says whether it can be loaded as it is.
     *
     * @return false if a file is missing and has to be given by the user
     */
    public boolean isComplete() {
        return graphs.stream().allMatch(graph -> graph.file().isPresent());
    }

    /**
     * Takes another file in place of the one file that does not ship with it or, if all do, of its only table. A file that
     * fills several graphs is taken for all of them.
     *
     * @param replacement the file to read
     * @return the source with that file
     * @throws AmbiguousFileException if it is not clear which file is meant
     */
    public Source readFrom(SourceFile replacement) {
        if (fit(replacement) >= 0) {
            return taking(replacement);
        }
        List<SourceGraph> missing =
                graphs.stream().filter(graph -> graph.file().isEmpty()).toList();
        List<SourceGraph> tables =
                graphs.stream().filter(graph -> graph.mapping().isPresent()).toList();
        List<SourceGraph> candidates = !missing.isEmpty() ? missing : !tables.isEmpty() ? tables : graphs;
        List<String> names =
                candidates.stream().map(SourceGraph::fileName).distinct().toList();
        if (names.size() != 1) {
            throw new AmbiguousFileException(id, names);
        }
        return with(graph -> graph.fileName().equals(names.getFirst()) ? graph.readFrom(replacement) : graph);
    }

    /**
     * Says whether a file is, by its name, one this source reads.
     *
     * @return how well it fits, 0 best; -1 if it does not
     */
    int fit(SourceFile file) {
        return graphs.stream()
                .mapToInt(graph -> graph.fit(file.baseName()))
                .filter(fit -> fit >= 0)
                .min()
                .orElse(-1);
    }

    /** Takes a file for the graphs that it fits by its name. */
    Source taking(SourceFile file) {
        return with(graph -> graph.fit(file.baseName()) >= 0 ? graph.readFrom(file) : graph);
    }

    private Source with(UnaryOperator<SourceGraph> change) {
        List<SourceGraph> all = graphs.stream().map(change).toList();
        return new Source(id, iri, title, publisher, licence, download, description, all);
    }
}
