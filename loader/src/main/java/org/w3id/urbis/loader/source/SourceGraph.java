package org.w3id.urbis.loader.source;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A named graph that a source fills from one file.
 *
 * @param name     the graph's IRI
 * @param fileName the name of the file in the source's folder
 * @param file     the file itself; empty if it does not ship with the source and has to be given by the user
 * @param mapping  for a table, the SPARQL CONSTRUCT that turns its rows into triples; empty for a file that is RDF
 * @param document the document the file is taken from, if one is named
 */
public record SourceGraph(
        Node name, String fileName, Optional<SourceFile> file, Optional<SourceFile> mapping, Optional<Node> document) {

    /**
     * Takes another file in place of its own. A table keeps its separator unless the other file's name says otherwise.
     *
     * @param replacement the file to read
     * @return the same graph, filled from that file
     */
    public SourceGraph readFrom(SourceFile replacement) {
        boolean saysItself = mapping.isEmpty() || replacement.extension().matches("csv|tsv");
        SourceFile file =
                saysItself ? replacement : replacement.withExtension(fileName.substring(fileName.lastIndexOf('.') + 1));
        return new SourceGraph(name, fileName, Optional.of(file), mapping, document);
    }
}
