package org.w3id.urbis.endpoint.triplestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.store.RevisionSource;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.endpoint.triplestore.StoreClient.Scope;
import org.w3id.urbis.endpoint.triplestore.StoreState.Mark;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameIndexBuilder;
import org.w3id.urbis.loader.publication.DamagedDataException;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionNames;
import org.w3id.urbis.loader.publication.StoreCopy;
import org.w3id.urbis.loader.reach.Reach;

/** The one revision that a store says it holds. The index of its names is made here, once for each revision. */
final class StoreRevisions implements RevisionSource {
    private static final Logger LOG = LoggerFactory.getLogger(StoreRevisions.class);
    private static final Var SUBJECT = Var.alloc("s");

    private final StoreClient client;
    private final StoreTally tally;
    private final StateReader reader;
    private final Path derived;
    private final long bytes;
    private volatile Known known;

    /**
     * Prepares to look.
     *
     * @param data  data directory
     * @param bytes memory for statements, roughly
     */
    StoreRevisions(StoreClient client, StoreTally tally, Path data, long bytes) {
        this.client = client;
        this.tally = tally;
        this.reader = new StateReader(client);
        this.derived = data.resolve("store");
        this.bytes = bytes;
    }

    /** The state seen last, and the revision that it is. */
    private record Known(StoreState state, Revision revision) {}

    @Override
    public Optional<Revision> current() {
        try {
            Optional<Mark> mark = reader.mark();
            tally.looked(mark.isPresent());
            return mark.map(this::revision);
        } catch (RuntimeException unanswered) {
            tally.looked(false);
            throw unanswered;
        }
    }

    private Revision revision(Mark mark) {
        Known last = known;
        if (last == null || !last.state().mark().equals(mark)) {
            StoreState state = reader.state(mark);
            Revision revision = new Revision(
                    mark.number(),
                    mark.hash(),
                    mark.created(),
                    mark.quads(),
                    state.graphs(),
                    OptionalLong.empty(),
                    derived.resolve(mark.hash()));
            last = new Known(state, revision);
            known = last;
        }
        return last.revision();
    }

    @Override
    public Optional<Instant> since() {
        return Optional.empty();
    }

    @Override
    public List<Revision> list() {
        return List.of(known.revision());
    }

    @Override
    public boolean keepsFiles() {
        return false;
    }

    @Override
    public String absence() {
        return "The store holds no graph <" + StoreCopy.MARK
                + "> that says which revision of Urbis it is. Put there what \"urbis export --for-store\" writes;"
                + " docs/stores.md says how.";
    }

    @Override
    public Opened open(Revision revision) {
        Known last = known;
        if (!last.revision().hash().equals(revision.hash())) {
            throw new UnusableRevisionException("The store holds another revision than " + revision.number() + " now.");
        }
        StoreDataset dataset = new StoreDataset(client, last.state(), bytes);
        try {
            Files.createDirectories(revision.directory());
            NameIndex names = Txn.calculateRead(
                    dataset, () -> RevisionNames.open(revision, dataset, statements -> named(dataset, statements)));
            Reach.names(dataset.getContext(), names);
            return new Opened(dataset, names, names::close);
        } catch (IOException | DamagedDataException cannotBeMade) {
            throw new UnusableRevisionException(
                    "Cannot make the index of names in " + revision.directory(), cannotBeMade);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** All statements about all that has a name, thing by thing. */
    private void named(StoreDataset dataset, Consumer<Quad> statements) {
        LOG.info("Making the index of names of what the store holds");
        String properties = NameIndexBuilder.namingProperties().stream()
                .map(property -> "<" + property.getURI() + ">")
                .sorted()
                .collect(Collectors.joining(" "));
        List<Node> things = new ArrayList<>();
        try (StoreRows rows = client.ask(
                "SELECT DISTINCT ?s { VALUES ?p { " + properties + " } GRAPH <" + StoreCopy.EVERYTHING
                        + "> { ?s ?p ?name } }",
                Scope.ALL)) {
            rows.forEachRemaining(row -> things.add(row.get(SUBJECT)));
        }
        things.removeIf(thing -> thing == null || !thing.isURI());
        things.sort((one, other) -> one.getURI().compareTo(other.getURI()));
        things.forEach(dataset.reading()::meet);
        things.forEach(
                thing -> dataset.find(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(statements));
    }
}
