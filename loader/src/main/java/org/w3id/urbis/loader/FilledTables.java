package org.w3id.urbis.loader;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.entry.EntryKind;
import org.w3id.urbis.loader.entry.EntryTerms;
import org.w3id.urbis.loader.entry.Template;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.submission.AcceptedSources;
import org.w3id.urbis.loader.validation.PublishedGraph;

/**
 * Tables of things that a graph has, so that somebody corrects them and hands them in again. What follows from others, and
 * what is said of the graph itself, is left out. Never changes and may be shared by threads.
 */
public final class FilledTables {

    /** The most rows of a table. */
    public static final int MOST_ROWS = 5000;

    private final BaseIri base = BaseIri.URBIS;
    private final EntryTerms terms;

    /**
     * Prepares to make tables.
     *
     * @param terms what can stand in them
     */
    public FilledTables(EntryTerms terms) {
        this.terms = terms;
    }

    /**
     * Makes the table of a kind of things.
     *
     * @param published what is published, read in a transaction that the caller has opened
     * @param kind      the kind
     * @param about     of what: things of the kind, things to which some of the kind refer, graphs or submissions
     * @param language  the language in which it is explained
     * @return the table; empty if there is no such thing
     * @throws TooManyRowsException if there are more than a table holds
     */
    public Optional<Template> of(DatasetGraph published, EntryKind kind, Collection<Node> about, String language) {
        Graph stated = PublishedGraph.withoutGraphs(published, made());
        TreeMap<String, Node> things = new TreeMap<>();
        about.forEach(one -> {
            try (Stream<Node> found = things(published, stated, kind, one)) {
                found.forEach(thing -> {
                    things.put(thing.getURI(), thing);
                    if (things.size() > MOST_ROWS) {
                        throw new TooManyRowsException(MOST_ROWS);
                    }
                });
            }
        });
        if (things.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> submission = submission(published, things.values());
        Graph said = submission.map(published::getGraph).orElse(stated);
        return Optional.of(Template.filled(
                kind, terms, language, said, List.copyOf(things.values()), submission.map(graph -> graph.getURI()
                        .substring(AcceptedSources.graphPrefix(base).length()))));
    }

    /** Graphs in which nobody outside says anything. */
    private List<Node> made() {
        return List.of(base.graph("catalogue"), base.graph("description"), base.graph("inferred"));
    }

    private Stream<Node> things(DatasetGraph published, Graph stated, EntryKind kind, Node about) {
        if (stated.contains(about, RDF.Nodes.type, kind.type())) {
            return Stream.of(about);
        }
        Node graph = graph(about);
        Stream<Node> found = published.containsGraph(graph)
                ? published.stream(graph, Node.ANY, RDF.Nodes.type, kind.type()).map(Quad::getSubject)
                : stated.stream(Node.ANY, Node.ANY, about)
                        .map(statement -> statement.getSubject())
                        .filter(thing -> stated.contains(thing, RDF.Nodes.type, kind.type()));
        return found.filter(Node::isURI);
    }

    /** The graph of a submission that somebody names by its own IRI. */
    private Node graph(Node about) {
        String submissions = AcceptedSources.sourcePrefix(base);
        return about.getURI().startsWith(submissions)
                ? AcceptedSources.graph(base, about.getURI().substring(submissions.length()))
                : about;
    }

    /** The graph of the one submission that says all that is said of some things, and describes no other thing. */
    private Optional<Node> submission(DatasetGraph published, Collection<Node> things) {
        Set<Node> graphs = things.stream()
                .flatMap(thing -> published.stream(Node.ANY, thing, Node.ANY, Node.ANY))
                .map(Quad::getGraph)
                .filter(graph -> !made().contains(graph))
                .collect(Collectors.toSet());
        return Optional.of(graphs)
                .filter(all -> all.size() == 1)
                .map(all -> all.iterator().next())
                .filter(graph -> graph.getURI().startsWith(AcceptedSources.graphPrefix(base)))
                .filter(graph -> Stream.of(EntryKind.values())
                        .flatMap(kind -> published.stream(graph, Node.ANY, RDF.Nodes.type, kind.type()))
                        .map(Quad::getSubject)
                        .allMatch(things::contains));
    }
}
