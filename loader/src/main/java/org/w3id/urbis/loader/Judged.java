package org.w3id.urbis.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.w3id.urbis.loader.Progress.Step;
import org.w3id.urbis.loader.inference.Describing;
import org.w3id.urbis.loader.inference.Inference;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.publication.Beside;
import org.w3id.urbis.loader.publication.Change;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.statement.Steps;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

/** What was read and judged, and completed if it may enter: as the difference from what is published, or as a whole. */
final class Judged {

    private final Progress progress;
    private final EarlierSources earlier;
    private final Reading reading;
    private final long stated;
    private final List<Finding> findings;
    private final boolean acceptable;
    private final Optional<Amended> amended;
    private Optional<Steps> steps = Optional.empty();

    Judged(
            Reading reading,
            EarlierSources earlier,
            Optional<Before> before,
            Supplier<Standard> standard,
            Progress progress) {
        this.progress = progress;
        this.reading = reading;
        this.earlier = earlier;
        boolean complete = reading.faults().isEmpty();
        Optional<EarlierStatements> little = complete ? reading.gathered().settled() : Optional.empty();
        this.stated = reading.gathered().size();
        this.findings = complete ? check(little, before, new Judgement(reading, standard.get())) : reading.findings();
        this.acceptable = complete && findings.stream().noneMatch(finding -> finding.severity() == Severity.VIOLATION);
        this.amended = acceptable ? completed(little, before.map(Before::revision)) : Optional.empty();
    }

    private List<Finding> check(Optional<EarlierStatements> little, Optional<Before> before, Judgement judgement) {
        progress.begins(
                Step.CHECKING,
                little.map(now -> "checking what " + now.changes() + " changed statements of " + stated + " concern")
                        .orElse("checking " + stated + " statements"));
        List<Finding> all = new ArrayList<>(reading.notices());
        all.addAll(
                little.map(now -> judgement.findings(now, before.orElseThrow().found()))
                        .orElseGet(judgement::findings));
        return all.stream().sorted().toList();
    }

    private Optional<Amended> completed(Optional<EarlierStatements> little, Optional<Revision> revision) {
        progress.begins(Step.INFERRING, "adding what follows from them");
        Inference inference = Inference.shipped();
        Describing describing = Describing.shipped();
        if (little.isPresent() && inference.amend(little.get())) {
            return little.map(now -> new Amended(
                    revision.orElseThrow(), now, describing, reading.gathered().base()));
        }
        steps = inference.stepsTo(reading.gathered().whole());
        describing.addTo(reading.gathered().whole());
        return Optional.empty();
    }

    LoadReport tried() {
        return acceptable ? report(LoadReport.Outcome.TRIED, Optional.empty(), change()) : refused();
    }

    /**
     * Publishes it, if it may enter.
     *
     * @param told     what is to be kept beside the revision of what is told
     * @param lastWord is told when the revision is about to become current, and may prevent it by throwing
     */
    LoadReport published(
            PublisherLock held,
            Publication publication,
            Function<LoadReport, Optional<Told>> told,
            Consumer<Revision> lastWord) {
        if (!acceptable) {
            return refused();
        }
        LoadReport report = report(LoadReport.Outcome.PUBLISHED, Optional.empty(), change());
        Map<String, byte[]> files =
                told.apply(report).map(that -> Map.of(Told.FILE, that.bytes())).orElse(Map.of());
        progress.begins(Step.PUBLISHING, "publishing " + size() + " statements");
        Optional<Revision> revision = amended.isPresent()
                ? publication.amend(
                        held, amended.get().difference(), Optional.of(amended.get()::steps), files, lastWord)
                : publication.publish(
                        held, reading.gathered().whole().statements(), new Beside(steps, files), lastWord);
        return report.of(revision.isPresent() ? LoadReport.Outcome.PUBLISHED : LoadReport.Outcome.UNCHANGED, revision);
    }

    private Change change() {
        return amended.map(Amended::change).orElseGet(() -> {
            Candidate whole = reading.gathered().whole();
            return earlier.change(whole.dataset(), whole.size());
        });
    }

    /** How many statements there are, with all that follows. */
    private long size() {
        return amended.map(Amended::size)
                .orElseGet(() -> (long) reading.gathered().whole().size());
    }

    private LoadReport refused() {
        return new LoadReport(
                LoadReport.Outcome.REFUSED,
                Optional.empty(),
                new SourceReports(reading).of(findings),
                findings,
                stated,
                0,
                new Change(0, 0));
    }

    private LoadReport report(LoadReport.Outcome outcome, Optional<Revision> revision, Change change) {
        return new LoadReport(
                outcome, revision, new SourceReports(reading).of(findings), findings, stated, size() - stated, change);
    }
}
