package org.w3id.urbis.loader.validation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * What is published, less what the judged files replace: all named graphs of a dataset as one graph, without those that
 * were read from earlier versions of the files, and without what was inferred from them.
 *
 * <p>Else a file whose facts have changed would contradict itself.
 */
public final class PublishedGraph extends GraphBase {

    private static final String GRAPHS = "https://w3id.org/urbis/graph/";
    private static final Node INFERRED = NodeFactory.createURI(GRAPHS + "inferred");
    private static final Node FILE = NodeFactory.createURI("https://w3id.org/urbis/ontology#file");

    private final DatasetGraph published;
    private final Set<Node> replaced;

    private PublishedGraph(DatasetGraph published, Set<Node> replaced) {
        this.published = published;
        this.replaced = replaced;
    }

    /**
     * Sees a dataset as the base of files to be judged.
     *
     * @param published the published dataset, with its catalogue; read in the transaction that is open while the graph
     *                  is used
     * @param files     the files to be judged; one in a folder named like its source is told by its name, any other
     *                  replaces nothing
     * @return a view of the dataset; nothing is copied
     */
    public static Graph without(DatasetGraph published, Collection<Path> files) {
        Set<Node> replaced = new HashSet<>(Set.of(INFERRED));
        for (Path file : files) {
            Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
            if (folder != null) {
                Node name = NodeFactory.createLiteralString(file.getFileName().toString());
                Iter.iter(published.findNG(Node.ANY, Node.ANY, FILE, name))
                        .map(Quad::getSubject)
                        .filter(graph -> graph.isURI() && graph.getURI().startsWith(GRAPHS + folder + "/"))
                        .forEach(replaced::add);
            }
        }
        return new PublishedGraph(published, replaced);
    }

    /**
     * Sees a dataset as the base of something that is to take the place of some of its graphs.
     *
     * @param published the published dataset; read in the transaction that is open while the graph is used
     * @param graphs    the names of the graphs that are to go
     * @return a view of the dataset; nothing is copied
     */
    public static Graph withoutGraphs(DatasetGraph published, Collection<Node> graphs) {
        Set<Node> replaced = new HashSet<>(Set.of(INFERRED));
        replaced.addAll(graphs);
        return new PublishedGraph(published, replaced);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Iterator<Quad> quads =
                published.findNG(Node.ANY, pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
        return WrappedIterator.create(Iter.iter(quads)
                .filter(quad -> !replaced.contains(quad.getGraph()))
                .map(Quad::asTriple)
                .distinct());
    }
}
