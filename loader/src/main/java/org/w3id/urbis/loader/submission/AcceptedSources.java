package org.w3id.urbis.loader.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

/**
 * Accepted submissions as sources: each with one graph, {@code graph/submission/<id>}, and a description of who handed it
 * in, who accepted it and when.
 *
 * <p>All of it is made from the file and the log, so that it comes out the same at every load.
 */
public final class AcceptedSources {

    private static final String NEW = "new";

    private final Submissions submissions;
    private final BaseIri base;

    /**
     * Sees submissions as sources.
     *
     * @param submissions the submissions
     * @param base        the base IRI
     */
    public AcceptedSources(Submissions submissions, BaseIri base) {
        this.submissions = submissions;
        this.base = base;
    }

    /**
     * Lists what is part of the truth.
     *
     * @return a source for each accepted submission, in the order in which they came
     * @throws DamagedLogException if a file or the log is not what was written
     */
    public List<Source> all() {
        return submissions.list().stream()
                .filter(submission -> submission.state().counts())
                .map(submission -> source(submission, submission.acceptance().orElseThrow()))
                .toList();
    }

    /**
     * Lists what would be part of the truth if a submission were accepted.
     *
     * @param submission the submission
     * @param acceptance the event by which it would be
     * @return the sources, its own and without those it corrects
     * @throws DamagedLogException if a file or the log is not what was written
     */
    public List<Source> with(Submission submission, Event acceptance) {
        Set<String> replaced = new LinkedHashSet<>(List.of(submission.id()));
        replaced.addAll(endedBy(submission));
        List<Source> sources = new ArrayList<>(without(replaced));
        sources.add(source(submission, acceptance));
        return sources;
    }

    /**
     * Makes a source of a file that nobody has handed in, to see what would come of it.
     *
     * @param entry the file
     * @param at    when it would be handed in and accepted
     * @return the source, under the id {@code new}, which no submission has
     */
    public Source tentative(Entry entry, Instant at) {
        Map<String, String> details = Map.of(
                Event.FILE_NAME, entry.fileName(),
                Event.MEDIA_TYPE, entry.mediaType(),
                Event.ENTRY, entry.entryName(),
                Event.SHA256, Sha256.of(entry.content()));
        Event receipt = new Event(0, at, Event.Kind.RECEIVED, NEW, Actor.anonymous(), details);
        Event acceptance = new Event(0, at, Event.Kind.ACCEPTED, NEW, Actor.anonymous(), Map.of());
        return source(
                Submission.received(receipt),
                acceptance,
                entry.content(),
                SourceFile.held(
                        "submissions/new/" + entry.readName(), entry.read().orElse(entry.content())));
    }

    /**
     * Makes a source of a submission, to see what would come of it.
     *
     * @param submission the submission
     * @param acceptance the event by which it would be accepted
     * @return the source
     * @throws DamagedLogException if its file is not what was sent
     */
    public Source tentative(Submission submission, Event acceptance) {
        return source(submission, acceptance);
    }

    /**
     * Lists what would be part of the truth if submissions were not.
     *
     * @param ids the ids of those submissions
     * @return the other sources
     * @throws DamagedLogException if a file or the log is not what was written
     */
    public List<Source> without(Set<String> ids) {
        return all().stream().filter(source -> !ids.contains(idOf(source))).toList();
    }

    /**
     * Lists what was part of the truth and is no more.
     *
     * @return each such submission, in the order in which they came
     * @throws DamagedLogException if a file or the log is not what was written
     */
    public List<Former> former() {
        return former(Set.of(), Optional.empty());
    }

    /**
     * Lists what would be part of the truth no more after an event.
     *
     * @param ended the ids of the submissions that it ends
     * @param event the event, which has not happened yet
     * @return each submission that was part of the truth, those included
     * @throws DamagedLogException if a file or the log is not what was written
     */
    public List<Former> former(Set<String> ended, Event event) {
        return former(ended, Optional.of(event));
    }

    private List<Former> former(Set<String> ended, Optional<Event> event) {
        return submissions.list().stream()
                .filter(submission -> submission.acceptance().isPresent()
                        && (!submission.state().counts() || ended.contains(submission.id())))
                .map(submission -> former(
                        submission,
                        submission.state().counts()
                                ? event.orElseThrow()
                                : submission.history().getLast()))
                .toList();
    }

    private Former former(Submission submission, Event event) {
        return new Former(graph(base, submission.id()), file(submission), event);
    }

    /**
     * Lists what an acceptance ends.
     *
     * @param submission what is accepted
     * @return the ids of the submissions that it corrects
     * @throws DamagedLogException if the log is not what was written
     */
    public Set<String> endedBy(Submission submission) {
        return submissions.corrected(submission).stream().map(Submission::id).collect(Collectors.toSet());
    }

    private SourceFile file(Submission submission) {
        return SourceFile.fetched(
                submissions.path(submission), "submissions/" + submission.id() + "/" + submission.readName());
    }

    /**
     * Names the graph of a submission.
     *
     * @param base the base IRI
     * @param id   the submission's id
     * @return the name of its graph, whether there is one or not
     */
    public static Node graph(BaseIri base, String id) {
        return NodeFactory.createURI(graphPrefix(base) + id);
    }

    /**
     * What the names of the graphs of submissions have in common.
     *
     * @param base the base IRI
     * @return what they begin with
     */
    public static String graphPrefix(BaseIri base) {
        return base.value() + "graph/submission/";
    }

    /**
     * What the IRIs of submissions have in common.
     *
     * @param base the base IRI
     * @return what they begin with
     */
    public static String sourcePrefix(BaseIri base) {
        return base.value() + "id/submission/";
    }

    private static String idOf(Source source) {
        return source.id().substring(source.id().lastIndexOf('/') + 1);
    }

    private Source source(Submission submission, Event acceptance) {
        // Checks the files, and forgets them again: all of them together may be much.
        submissions.read(submission);
        return source(submission, acceptance, submissions.file(submission), file(submission));
    }

    private Source source(Submission submission, Event acceptance, byte[] content, SourceFile file) {
        Provenance provenance = new Provenance(base, submission, acceptance, content);
        SourceGraph graph = new SourceGraph(
                graph(base, submission.id()),
                submission.receipt().detail(Event.ENTRY).orElseThrow(),
                Optional.of(file),
                Optional.empty(),
                Optional.of(provenance.document()));
        return new Source(
                "submission/" + submission.id(),
                provenance.source(),
                provenance.title(),
                Optional.empty(),
                Optional.of(Provenance.LICENCE),
                Optional.empty(),
                SourceFile.held("submissions/" + submission.id() + "/source.nt", provenance.nTriples()),
                List.of(graph));
    }
}
