package org.w3id.urbis.loader;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.Progress.Step;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.inference.Inference;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.publication.Change;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

/**
 * From sources to a revision: source → record → mapping → validation → publication.
 *
 * <p>Everything is read into memory, judged as a whole, completed by what follows, and published as one revision or not at
 * all. Loading the same files again publishes nothing. A pipeline may be used for one load after the other.
 */
public final class Pipeline {

    private final BaseIri base;
    private final Progress progress;
    private final Clock clock;

    /**
     * Makes a pipeline.
     *
     * @param base     the base IRI
     * @param progress is told how far it has got
     * @param clock    tells when a revision was made
     */
    public Pipeline(BaseIri base, Progress progress, Clock clock) {
        this.base = base;
        this.progress = progress;
        this.clock = clock;
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
     */
    public LoadReport load(LoadRequest request) {
        progress.begins(Step.FINDING, "finding the sources");
        EarlierSources earlier = new EarlierSources(new Revisions(request.data()), base);
        Selection selection = new Sources(base, request).select(earlier.ids());

        progress.begins(Step.READING, "reading " + selection.read().size() + " sources");
        Reading reading = Reading.of(selection, earlier, base);
        Candidate candidate = reading.candidate();
        long stated = candidate.size();
        if (!reading.faults().isEmpty()) {
            return refuse(reading.findings(), reading, stated);
        }

        progress.begins(Step.CHECKING, "checking " + stated + " statements");
        List<Finding> findings = new Judgement(reading).findings();
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION)) {
            return refuse(findings, reading, stated);
        }

        progress.begins(Step.INFERRING, "adding what follows from them");
        Inference.shipped().addTo(candidate);
        Change change = earlier.change(candidate.dataset(), candidate.size());

        progress.begins(Step.PUBLISHING, "publishing " + candidate.size() + " statements");
        Optional<Revision> revision = request.dryRun()
                ? Optional.empty()
                : new Publication(request.data(), request.retention(), clock).publish(candidate::quads);
        LoadReport.Outcome outcome = request.dryRun()
                ? LoadReport.Outcome.TRIED
                : revision.isPresent() ? LoadReport.Outcome.PUBLISHED : LoadReport.Outcome.UNCHANGED;
        return new LoadReport(
                outcome, revision, reading.reports(findings), findings, stated, candidate.size() - stated, change);
    }

    private static LoadReport refuse(List<Finding> findings, Reading reading, long stated) {
        return new LoadReport(
                LoadReport.Outcome.REFUSED,
                Optional.empty(),
                reading.reports(findings),
                findings,
                stated,
                0,
                new Change(0, 0));
    }
}
