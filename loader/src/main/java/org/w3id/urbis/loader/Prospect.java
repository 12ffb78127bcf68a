package org.w3id.urbis.loader;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.preview.Preview;
import org.w3id.urbis.loader.preview.Previewing;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.submission.AcceptedSources;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Event;
import org.w3id.urbis.loader.submission.Event.Kind;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * What a decision about a submission would make of the graph as it is now, which may be another one than the graph that was
 * there when the file came. Nothing is written. Instances never change and may be shared by threads.
 */
public final class Prospect {

    private final Submissions submissions;
    private final Supplier<Standard> standard;
    private final BaseIri base = BaseIri.URBIS;

    /**
     * Prepares to look ahead.
     *
     * @param submissions the submissions
     * @param standard    what the graph is judged by; asked for when something is to be judged
     */
    public Prospect(Submissions submissions, Supplier<Standard> standard) {
        this.submissions = submissions;
        this.standard = standard;
    }

    /** What violates a rule in the graph as it is now: what was free when the file came may be taken. */
    List<Finding> violations(Path data, Submission submission) {
        return new Revisions(data)
                .current()
                .map(revision -> {
                    Reception.Arrival arrival = arrival(submission);
                    try (PublishedNames names = PublishedNames.of(revision)) {
                        Reception reception = new Reception(submissions, standard.get());
                        return Store.read(revision, published -> reception.judge(arrival, published, names.index()))
                                .findings()
                                .stream()
                                .filter(finding -> finding.severity() == Severity.VIOLATION)
                                .toList();
                    }
                })
                .orElse(List.of());
    }

    private Reception.Arrival arrival(Submission submission) {
        // Of a table that which was read from it counts: names in it mean what they meant when it came.
        RdfFormat format = RdfFormat.ofFileName(submission.readName()).orElseThrow();
        return new Reception.Arrival(
                "submissions/" + submission.id() + "/" + submission.readName(),
                format,
                format.mediaType(),
                submissions.read(submission),
                submission.corrects());
    }

    /**
     * Works out what would come and go if a waiting submission were accepted, or a published one withdrawn.
     *
     * @param submission the submission
     * @param by         who would decide
     * @param published  what is published, read in a transaction that the caller has opened
     * @param revision   the number of its revision
     * @param names      the index of its names
     * @param previewing makes the preview
     * @return the preview
     * @throws org.w3id.urbis.loader.submission.ConflictException if it neither waits nor is published
     */
    public Preview preview(
            Submission submission,
            Actor by,
            DatasetGraph published,
            long revision,
            Optional<NameIndex> names,
            Previewing previewing) {
        if (submission.state().counts()) {
            List<Quad> gone = Tentative.graphs(published, List.of(AcceptedSources.graph(base, submission.id())));
            return previewing.of(published, revision, List.of(), gone, List.of());
        }
        if (submission.state() != SubmissionState.WAITING) {
            throw ReviewRules.conflict(submission, "decided about");
        }
        Event acceptance = submissions.draft(Kind.ACCEPTED, submission.id(), by, "");
        Source source = new AcceptedSources(submissions, base).tentative(submission, acceptance);
        Reception reception = new Reception(submissions, standard.get());
        Reception.Arrival arrival = arrival(submission);
        ValidationResult judged = reception.judge(arrival, published, names);
        // A file that was kept could be read.
        return reception
                .preview(source, arrival, judged, published, revision, names, previewing)
                .orElseThrow();
    }
}
