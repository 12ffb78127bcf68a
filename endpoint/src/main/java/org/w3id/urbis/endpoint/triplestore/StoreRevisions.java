package org.w3id.urbis.endpoint.triplestore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.w3id.urbis.endpoint.store.RevisionSource;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.endpoint.triplestore.StoreState.Mark;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.DamagedDataException;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionNames;
import org.w3id.urbis.loader.publication.StoreCopy;
import org.w3id.urbis.loader.reach.Reach;

/** The one revision that a store says it holds. The index of its names is made here, once for each revision. */
final class StoreRevisions implements RevisionSource {

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
            NamedStatements named =
                    new NamedStatements(client, last.state(), Files.createDirectories(revision.directory()));
            NameIndex names = RevisionNames.open(revision, named, named::read);
            Reach.names(dataset.getContext(), names);
            return new Opened(dataset, names, names::close);
        } catch (IOException | UncheckedIOException | DamagedDataException cannotBeMade) {
            throw new UnusableRevisionException(
                    "Cannot make the index of names in " + revision.directory(), cannotBeMade);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
