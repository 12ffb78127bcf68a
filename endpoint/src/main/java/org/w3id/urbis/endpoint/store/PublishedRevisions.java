package org.w3id.urbis.endpoint.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.DamagedDataException;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionForm;
import org.w3id.urbis.loader.publication.RevisionNames;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.reach.Reach;

/**
 * The revisions that the loader publishes in a data directory, opened by their read form, or by their TDB2 directory where
 * there is none.
 */
final class PublishedRevisions implements RevisionSource {
    private final Path data;
    private final Revisions published;
    private final PrivateLinks links;

    PublishedRevisions(Path data) {
        this.data = data;
        this.published = new Revisions(data);
        this.links = new PrivateLinks(data);
    }

    @Override
    public Optional<Revision> current() {
        return published.current();
    }

    @Override
    public Optional<Instant> since() {
        return published.since();
    }

    @Override
    public List<Revision> list() {
        return published.list();
    }

    @Override
    public boolean keepsFiles() {
        return true;
    }

    @Override
    public String absence() {
        return "Nothing is published in " + data + " yet";
    }

    @Override
    public void close() {
        // Files are let go of with each revision.
    }

    /** A dataset and what lets go of its files. */
    private record Statements(DatasetGraph dataset, Runnable close) {}

    @Override
    public Opened open(Revision info) {
        Statements opened = RevisionForm.open(info)
                .map(form -> new Statements(form.dataset(), () -> {}))
                .orElseGet(() -> connect(info));
        try {
            NameIndex names = RevisionNames.open(info);
            Reach.names(opened.dataset().getContext(), names);
            return new Opened(opened.dataset(), names, () -> {
                names.close();
                opened.close().run();
            });
        } catch (DamagedDataException cannotBeMade) {
            opened.close().run();
            throw new UnusableRevisionException("Cannot open the names of revision " + info.number(), cannotBeMade);
        }
    }

    /** The store itself, where there is no read form. */
    private Statements connect(Revision info) {
        Path location = links.link(info);
        try {
            DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(location));
            Store.askWholeGraph(dataset.getContext());
            return new Statements(dataset, () -> {
                TDBInternal.expel(dataset, true);
                links.unlink(location);
            });
        } catch (TDBException | DBOpEnvException damagedOrLocked) {
            throw new UnusableRevisionException(
                    "Cannot open revision " + info.number() + " in " + location, damagedOrLocked);
        }
    }
}
