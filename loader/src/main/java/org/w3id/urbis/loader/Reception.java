package org.w3id.urbis.loader;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.GraphReader;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.preview.EntryInContext;
import org.w3id.urbis.loader.preview.Preview;
import org.w3id.urbis.loader.preview.Previewing;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.submission.AcceptedSources;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Entry;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Locator;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.PublishedGraph;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.loader.validation.Wording;

/**
 * Takes files in: judges each as an addition to the graph as it is, and keeps those without a violation.
 *
 * <p>A faulty file is not kept: who sent it has the report, mends the file and sends it again. Instances never change and
 * may be shared by threads.
 */
public final class Reception {

    private final Submissions submissions;
    private final Standard standard;
    private final int mostFindings;
    private final int mostStatements;
    private final BaseIri base = BaseIri.URBIS;

    /**
     * Opens a reception.
     *
     * @param submissions where files are kept
     * @param standard    what to judge by
     */
    public Reception(Submissions submissions, Standard standard) {
        this(submissions, standard, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private Reception(Submissions submissions, Standard standard, int mostFindings, int mostStatements) {
        this.submissions = submissions;
        this.standard = standard;
        this.mostFindings = mostFindings;
        this.mostStatements = mostStatements;
    }

    /**
     * Sets limits to what is read and told of a file; one that goes beyond is not taken in.
     *
     * @param findings   the most findings to tell, 1 or more
     * @param statements the most statements to read, 1 or more
     * @return the same reception with those limits
     */
    public Reception atMost(int findings, int statements) {
        return new Reception(submissions, standard, findings, statements);
    }

    /**
     * A file that came.
     *
     * @param fileName  the name it has where it comes from
     * @param format    its format
     * @param mediaType its media type
     * @param content   its bytes
     * @param corrects  the id of the submission that it is to take the place of
     */
    public record Arrival(
            String fileName, RdfFormat format, String mediaType, byte[] content, Optional<String> corrects) {}

    /**
     * Judges a file as an addition to the graph.
     *
     * @param arrival   the file
     * @param published what is published, read in a transaction that the caller has opened
     * @param names     the index of its names; without it nobody is told of likely duplicates
     * @return what was found, with places in the file
     * @throws org.w3id.urbis.loader.submission.UnknownSubmissionException if it corrects what is not there
     * @throws org.w3id.urbis.loader.validation.FileTooLargeException      if it is larger than is read
     */
    public ValidationResult judge(Arrival arrival, DatasetGraph published, Optional<NameIndex> names) {
        Graph without = PublishedGraph.withoutGraphs(published, replaced(arrival));
        ValidationResult result = FileValidation.against(standard.shapes(), standard.vocabulary(), without)
                .atMost(mostFindings, mostStatements)
                .knowing(new KnownByName(names, base, without))
                .validate(arrival.fileName(), arrival.format(), arrival.content());
        if (!result.files().stream().allMatch(LocatedFile::isComplete)) {
            return result;
        }
        EntryInContext context = inContext(result, without, names);
        List<Finding> all = new ArrayList<>(context.advised(result.findings()));
        all.addAll(new Locator(result.files()).locate(context.findings()));
        all.addAll(new Locator(result.files()).locate(ExampleRow.left(arrival.format(), result.files())));
        if (result.isAcceptable()) {
            all.addAll(asLoaded(arrival, result));
            if (result.statementCount() == 0) {
                all.add(nothing(arrival));
            }
        }
        return new ValidationResult(result.files(), all);
    }

    private EntryInContext inContext(ValidationResult result, Graph without, Optional<NameIndex> names) {
        List<Quad> quads =
                result.files().stream().flatMap(file -> file.quads().stream()).toList();
        return new EntryInContext(base, standard.vocabulary(), quads, without, names);
    }

    /**
     * Works out what would come and go if a file were handed in and accepted. Nothing is written.
     *
     * @param arrival    the file
     * @param judged     what was found in it
     * @param published  what is published, read in a transaction that the caller has opened
     * @param revision   the number of its revision
     * @param names      the index of its names
     * @param previewing makes the preview
     * @return the preview; empty if the file cannot be read to its end
     */
    public Optional<Preview> preview(
            Arrival arrival,
            ValidationResult judged,
            DatasetGraph published,
            long revision,
            Optional<NameIndex> names,
            Previewing previewing) {
        if (!judged.files().stream().allMatch(LocatedFile::isComplete)) {
            return Optional.empty();
        }
        Source source = new AcceptedSources(submissions, base).tentative(entry(arrival, judged), submissions.now());
        return preview(source, arrival, judged, published, revision, names, previewing);
    }

    /** The same for one that was kept and would be accepted. */
    Optional<Preview> preview(
            Source source,
            Arrival arrival,
            ValidationResult judged,
            DatasetGraph published,
            long revision,
            Optional<NameIndex> names,
            Previewing previewing) {
        Set<Node> replaced = replaced(arrival);
        Graph without = PublishedGraph.withoutGraphs(published, replaced);
        return Tentative.read(source, base)
                .map(stated -> previewing.of(
                        published,
                        revision,
                        stated,
                        Tentative.graphs(published, replaced),
                        inContext(judged, without, names).duplicates()));
    }

    private Set<Node> replaced(Arrival arrival) {
        Set<Node> replaced = new HashSet<>();
        arrival.corrects().map(submissions::submission).ifPresent(earlier -> {
            replaced.add(AcceptedSources.graph(base, earlier.id()));
            submissions.corrected(earlier).forEach(one -> replaced.add(AcceptedSources.graph(base, one.id())));
        });
        return replaced;
    }

    /** Reads the file the way a load reads it: what one reader takes and the other refuses must not come in. */
    private List<Finding> asLoaded(Arrival arrival, ValidationResult judged) {
        Optional<byte[]> read = read(arrival, judged);
        String ending = read.isPresent()
                ? RdfFormat.N_TRIPLES.ending()
                : arrival.format().ending();
        String name = arrival.fileName().endsWith(ending) ? arrival.fileName() : arrival.fileName() + ending;
        SourceGraph graph = new SourceGraph(
                base.graph("submission/new"),
                name,
                Optional.of(SourceFile.held(name, read.orElse(arrival.content()))),
                Optional.empty(),
                Optional.empty());
        List<Fault> faults =
                new GraphReader(base).read(graph, DatasetGraphFactory.create()).faults();
        return new FaultFindings(List.of(graph)).of(faults);
    }

    /** What a table says, as N-Triples; empty for a file that says by itself what it says. */
    private static Optional<byte[]> read(Arrival arrival, ValidationResult judged) {
        if (!arrival.format().isTable()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamRDF out = StreamRDFWriter.getWriterStream(bytes, Lang.NTRIPLES);
        out.start();
        judged.files().forEach(file -> file.quads().forEach(quad -> out.triple(quad.asTriple())));
        out.finish();
        return Optional.of(bytes.toByteArray());
    }

    private static Finding nothing(Arrival arrival) {
        return unfit(arrival, "The file makes no statement: there is nothing to hand in.");
    }

    private static Finding unfit(Arrival arrival, String why) {
        return Finding.of(
                new Position(arrival.fileName(), 1, 1),
                Severity.VIOLATION,
                Check.SYNTAX,
                Wording.of("syntax.other", "message", why));
    }

    /**
     * Keeps a file.
     *
     * @param arrival the file
     * @param judged  what was found in it
     * @param by      who sent it
     * @return the submission, safe on the disk
     * @throws IllegalArgumentException                                    if there are violations
     * @throws org.w3id.urbis.loader.submission.UnknownSubmissionException if it corrects what is not there
     * @throws org.w3id.urbis.loader.submission.NotPermittedException      if it corrects what somebody else sent
     * @throws org.w3id.urbis.loader.submission.ConflictException          if it corrects what is there no more
     * @throws org.w3id.urbis.loader.submission.UnwritableException        if the disk refuses; then nothing was kept
     */
    public Submission keep(Arrival arrival, ValidationResult judged, Actor by) {
        if (!judged.isAcceptable()) {
            throw new IllegalArgumentException("A file with violations is not kept");
        }
        return submissions.receive(entry(arrival, judged), by);
    }

    private static Entry entry(Arrival arrival, ValidationResult judged) {
        return new Entry(
                arrival.fileName(),
                arrival.format().ending().substring(1),
                arrival.mediaType(),
                arrival.content(),
                ReportFormat.JSON.text(Report.of(judged)),
                judged.statementCount(),
                judged.count(Severity.WARNING),
                arrival.corrects(),
                read(arrival, judged));
    }
}
