package org.w3id.urbis.loader;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.w3id.urbis.loader.Progress.Step;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.source.Linkage;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.submission.AcceptedSources;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Former;
import org.w3id.urbis.loader.submission.Submissions;

/**
 * From sources to a revision: source → record → mapping → validation → publication.
 *
 * <p>Everything is read into memory, judged as a whole, completed by what follows, and published as one revision or not at
 * all. Accepted submissions are read with the sources, whichever of these are read. Loading the same files again reads and
 * publishes nothing. A pipeline may be used for one load after the other.
 */
public final class Pipeline {

    private final BaseIri base;
    private final Progress progress;
    private final Clock clock;
    private final Supplier<Standard> standard;

    /**
     * Makes a pipeline.
     *
     * @param base     the base IRI
     * @param progress is told how far it has got
     * @param clock    tells when a revision was made
     */
    public Pipeline(BaseIri base, Progress progress, Clock clock) {
        this(base, progress, clock, Standard::shipped);
    }

    /** Makes a pipeline that asks for what to judge by when it is to judge. */
    Pipeline(BaseIri base, Progress progress, Clock clock, Supplier<Standard> standard) {
        this.base = base;
        this.progress = progress;
        this.clock = clock;
        this.standard = standard;
    }

    /**
     * Makes a pipeline for the graph as it is published, that tells nobody how far it has got.
     */
    public Pipeline() {
        this(BaseIri.URBIS, Progress.NONE, Clock.systemUTC());
    }

    /**
     * Loads sources.
     *
     * @param request what to load, and where to
     * @return what came of it; bad data is told there
     * @throws org.w3id.urbis.loader.source.UnknownSourceException            if a source is not known
     * @throws org.w3id.urbis.loader.source.AmbiguousFileException            if it is not clear what a given file replaces
     * @throws org.w3id.urbis.loader.source.UnreadableSourceException         if a file cannot be read
     * @throws org.w3id.urbis.loader.publication.AlreadyPublishingException   if somebody else is publishing there
     * @throws org.w3id.urbis.loader.publication.PublicationException         if the disk refuses
     * @throws org.w3id.urbis.loader.publication.DamagedDataException         if the data directory is not ours
     * @throws org.w3id.urbis.loader.submission.DamagedLogException           if an accepted submission is not what was sent
     */
    public LoadReport load(LoadRequest request) {
        progress.begins(Step.FINDING, "finding the sources");
        Submissions submissions = new Submissions(request.data(), clock);
        if (request.dryRun()) {
            Loading loading = new Loading(request, submissions);
            return loading.known(LoadReport.Outcome.TRIED)
                    .orElseGet(() -> loading.judged().tried());
        }
        // From the first look at what is published: what somebody accepts in between would be lost.
        try (PublisherLock held = PublisherLock.take(request.data())) {
            Publication publication = new Publication(request.data(), request.retention(), clock);
            Loading loading = new Loading(request, submissions);
            LoadReport report = loading.known(LoadReport.Outcome.UNCHANGED)
                    .orElseGet(() -> loading.judged().published(held, publication, loading::told, ready -> {}));
            if (report.outcome() != LoadReport.Outcome.REFUSED) {
                Revision current = new Revisions(request.data()).current().orElseThrow();
                submissions.published(current.number(), current.hash(), Actor.ofThisProcess());
            }
            return report;
        }
    }

    /** What a request asks for, looked at before anything is read. */
    private final class Loading {

        private final EarlierSources earlier;
        private final AcceptedSources accepted;
        private final Selection selection;
        private final MadeOf made;
        private final Optional<Revision> current;

        Loading(LoadRequest request, Submissions submissions) {
            Revisions revisions = new Revisions(request.data());
            this.earlier = new EarlierSources(revisions, base);
            this.accepted = new AcceptedSources(submissions, base);
            this.selection = new Sources(base, request).select(earlier.ids()).and(accepted.all());
            this.made = MadeOf.of(selection, accepted.former(), base);
            this.current = revisions.current();
        }

        /** What is told if the current revision is made of just the same. */
        Optional<LoadReport> known(LoadReport.Outcome outcome) {
            return current.filter(revision ->
                            selection.faults().isEmpty() && selection.dropped().isEmpty())
                    .flatMap(revision -> Told.of(revision)
                            .filter(told -> told.made().equals(made))
                            .map(told -> told.again(outcome, revision, SourceReports.missing(selection))));
        }

        Judged judged() {
            progress.begins(Step.READING, "reading " + counted(selection.read().size(), "source"));
            Optional<Before> before = current.flatMap(revision -> Before.of(revision, base));
            return new Judged(
                    Reading.of(selection, accepted.former(), earlier, before, base, LocalDate.now(clock)),
                    earlier,
                    before,
                    standard,
                    progress);
        }

        Optional<Told> told(LoadReport report) {
            return Optional.of(new Told(made, report.stated(), report.sources(), report.findings()));
        }
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /**
     * Publishes what is published with other submissions than before.
     *
     * @param held        the lock of the data directory
     * @param data        the data directory
     * @param submissions all submissions that are to be in the graph, as sources
     * @param former      all that were in it and are to be there no more
     * @param lastWord    is told when the revision is about to become current, and may prevent it by throwing
     * @return what came of it
     */
    LoadReport amend(
            PublisherLock held, Path data, List<Source> submissions, List<Former> former, Consumer<Revision> lastWord) {
        progress.begins(Step.READING, "reading what is published and " + counted(submissions.size(), "submission"));
        Revisions revisions = new Revisions(data);
        EarlierSources earlier = new EarlierSources(revisions, base);
        Publication publication = new Publication(data, Publication.DEFAULT_RETENTION, clock);
        Optional<Told> last = revisions.current().flatMap(Told::of);
        Optional<Before> before = revisions.current().flatMap(revision -> Before.of(revision, base));
        Reading reading = Reading.amending(submissions, former, earlier, before, base);
        boolean recognised = reading.gathered().isRecognisedAlike(Linkage.MATCHED, Set.of());
        return new Judged(reading, earlier, before, standard, progress)
                .published(
                        held,
                        publication,
                        report -> last.flatMap(told -> told.made()
                                .with(submissions, former, recognised)
                                .flatMap(made -> told.amended(made, report))),
                        lastWord);
    }
}
