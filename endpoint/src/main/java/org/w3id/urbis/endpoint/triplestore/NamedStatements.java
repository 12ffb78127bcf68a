package org.w3id.urbis.endpoint.triplestore;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.triplestore.StoreClient.Scope;
import org.w3id.urbis.loader.names.NameIndexBuilder;
import org.w3id.urbis.loader.names.Surroundings;
import org.w3id.urbis.loader.publication.StoreCopy;

/**
 * What the index of names is made from: all statements about all that has a name, thing by thing, and what is looked up around
 * them. Some hundreds of things at a time are asked for and held, however many there are, by a few requests for all of them.
 */
final class NamedStatements implements Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(NamedStatements.class);
    private static final int TOGETHER = 800;
    private static final Var SUBJECT = Var.alloc("s");
    private static final Node EVERYTHING = NodeFactory.createURI(StoreCopy.EVERYTHING);

    private final StoreClient client;
    private final String hash;
    private final Path directory;
    private final Map<Node, List<Quad>> bySubject = new HashMap<>();
    private final Map<Node, Long> references = new HashMap<>();

    /**
     * Prepares to read.
     *
     * @param state     what has to be read
     * @param directory where a list of the things lies meanwhile
     */
    NamedStatements(StoreClient client, StoreState state, Path directory) {
        this.client = client;
        this.hash = state.mark().hash();
        this.directory = directory;
    }

    /**
     * Reads them.
     *
     * @param statements is given them, those about one thing one after the other
     * @throws UncheckedIOException if the disk refuses
     */
    void read(Consumer<Quad> statements) {
        LOG.info("Making the index of names of what the store holds");
        try {
            Path list = Files.createTempFile(directory, "named", ".txt");
            try {
                write(list);
                try (BufferedReader lines = Files.newBufferedReader(list)) {
                    for (List<Node> things = next(lines); !things.isEmpty(); things = next(lines)) {
                        hold(things);
                        things.forEach(thing -> bySubject.get(thing).forEach(statements));
                    }
                }
            } finally {
                Files.deleteIfExists(list);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The answer is read to its end at once, as a store may cut off who reads too slowly. */
    private void write(Path list) throws IOException {
        String properties = NameIndexBuilder.namingProperties().stream()
                .map(property -> "<" + property.getURI() + ">")
                .sorted()
                .collect(Collectors.joining(" "));
        String query = "SELECT DISTINCT ?s { VALUES ?p { " + properties + " } GRAPH <" + StoreCopy.EVERYTHING
                + "> { ?s ?p ?name } }";
        try (StoreRows rows = client.ask(query, Scope.ALL);
                BufferedWriter lines = Files.newBufferedWriter(list)) {
            while (rows.hasNext()) {
                Node thing = rows.next().get(SUBJECT);
                if (thing != null && thing.isURI()) {
                    lines.append(thing.getURI()).append('\n');
                }
            }
        }
    }

    private static List<Node> next(BufferedReader lines) throws IOException {
        List<Node> things = new ArrayList<>();
        while (things.size() < TOGETHER) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            things.add(NodeFactory.createURI(line));
        }
        return things;
    }

    /** Reads what is asked about some things, and forgets those before. */
    private void hold(List<Node> things) {
        bySubject.clear();
        references.clear();
        ask(things);
        Set<Node> around = new LinkedHashSet<>();
        for (Node thing : things) {
            for (Quad quad : bySubject.get(thing)) {
                if (Surroundings.ways().contains(quad.getPredicate())
                        && quad.getObject().isURI()
                        && !bySubject.containsKey(quad.getObject())) {
                    around.add(quad.getObject());
                }
            }
        }
        List<Node> all = List.copyOf(around);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            ask(all.subList(from, Math.min(all.size(), from + TOGETHER)));
        }
        count(things);
    }

    private void ask(List<Node> subjects) {
        subjects.forEach(subject -> bySubject.put(subject, new ArrayList<>()));
        try (StoreRows rows = client.ask(StoreText.plainly(subjects), Scope.ALL)) {
            new StatementRows(rows, hash, EVERYTHING, Node.ANY, Node.ANY).forEachRemaining(quad -> bySubject
                    .computeIfAbsent(quad.getSubject(), any -> new ArrayList<>())
                    .add(quad));
        }
        subjects.forEach(subject -> bySubject.get(subject).sort(StoreStatements.ORDER));
    }

    private void count(List<Node> things) {
        try (StoreRows rows = client.ask(StoreText.references(things), Scope.ALL)) {
            new CountedRows(rows, hash).forEach((thing, count) -> references.put(thing, count));
        }
    }

    @Override
    public Iterator<Quad> about(Node node, Node property) {
        return bySubject.getOrDefault(node, List.of()).stream()
                .filter(quad -> property.equals(Node.ANY) || property.equals(quad.getPredicate()))
                .iterator();
    }

    @Override
    public int references(Node thing, int most) {
        return (int) Math.min(most, references.getOrDefault(thing, 0L));
    }
}
