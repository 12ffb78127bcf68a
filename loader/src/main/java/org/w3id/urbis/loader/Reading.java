package org.w3id.urbis.loader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.CrosswalkReview;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.linking.LinkGraph;
import org.w3id.urbis.loader.linking.Linking;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.GraphReader;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Linkage;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.submission.AcceptedSources;
import org.w3id.urbis.loader.submission.Former;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

/** The reading of everything that a revision is made of. */
final class Reading {

    /** So many statements are added at a time, for which other files wait. */
    private static final int AT_ONCE = 4_096;

    private final Selection selection;
    private final BaseIri base;
    private final GraphReader reader;
    private final Candidate candidate;
    private final DatasetGraph reference = DatasetGraphFactory.create();
    private final List<SourceGraph> files = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, long[]> keptSizes = new HashMap<>();
    private final List<Finding> notices = new ArrayList<>();
    private final Map<String, LinkCount> links = new HashMap<>();
    /** Sources that are not read again, and graphs that were copied. */
    private final Set<Source> unchanged = new HashSet<>();

    private final Set<Node> copied = new HashSet<>();

    private Reading(Selection selection, BaseIri base) {
        this.selection = selection;
        this.base = base;
        this.reader = new GraphReader(base);
        this.candidate = new Candidate(base);
    }

    /**
     * Reads what is selected.
     *
     * @param before the current revision, if what it holds can be taken where nothing has changed
     */
    static Reading of(
            Selection selection,
            List<Former> former,
            EarlierSources earlier,
            Optional<Before> before,
            BaseIri base,
            LocalDate today) {
        Reading reading = new Reading(selection, base);
        reading.faults.addAll(selection.faults());
        before.ifPresent(current -> reading.takeOver(current, earlier));
        reading.readProgram();
        reading.readSources();
        reading.keep(earlier);
        reading.readLinked(earlier, today);
        new Tombstones(reading.candidate, reading.reader).setFor(former);
        return reading;
    }

    /** Reads submissions and takes all else as it is published. */
    static Reading amending(
            List<Source> submissions,
            List<Former> former,
            EarlierSources earlier,
            Optional<Before> before,
            BaseIri base) {
        Reading reading = new Reading(Selection.reading(submissions), base);
        String sourcePrefix = AcceptedSources.sourcePrefix(base);
        String graphPrefix = AcceptedSources.graphPrefix(base);
        if (before.isPresent()) {
            before.get().copyBut(graphPrefix, reading.candidate);
            earlier.catalogueBut(sourcePrefix, reading.candidate::add);
        } else {
            earlier.statedBut(sourcePrefix, graphPrefix, reading.candidate::add);
        }
        reading.readSources();
        new Tombstones(reading.candidate, reading.reader).setFor(former);
        return reading;
    }

    /** What was read: complete only if there are no faults. */
    Candidate candidate() {
        return candidate;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The files that were read, with the graphs they went into. */
    List<SourceGraph> files() {
        return files;
    }

    /** The faults as findings, with columns where another reading of the file can tell them. */
    List<Finding> findings() {
        return new FaultFindings(files).of(faults);
    }

    /** Copies what need not be read again: what ships with the program, sources that have not changed, and those kept. */
    private void takeOver(Before current, EarlierSources earlier) {
        unchanged.addAll(current.unchanged(selection.read()));
        Set<Node> whole = new HashSet<>();
        unchanged.forEach(source -> source.graphs().forEach(graph -> whole.add(graph.name())));
        selection.kept().forEach(id -> whole.addAll(earlier.graphs(id)));
        selection.read().stream()
                .filter(source -> !unchanged.contains(source))
                .flatMap(source -> source.graphs().stream())
                .forEach(graph -> whole.remove(graph.name()));
        whole.addAll(current.ofProgram());
        whole.remove(base.graph("catalogue"));
        current.copy(whole, candidate);
        copied.addAll(whole);
    }

    /** What mappings look things up in: what ships with the program, and no source, so that their order is of no account. */
    private void readProgram() {
        take(ProgramGraphs.list(base.value()));
        boolean lookup = selection.read().stream()
                .filter(source -> !unchanged.contains(source))
                .flatMap(source -> source.graphs().stream())
                .anyMatch(graph -> graph.mapping().isPresent());
        if (lookup) {
            for (Node graph : copied.isEmpty() ? candidate.graphs() : programGraphs()) {
                candidate.dataset().getGraph(graph).find().forEachRemaining(reference.getDefaultGraph()::add);
            }
        }
    }

    private Set<Node> programGraphs() {
        return ProgramGraphs.list(base.value()).stream().map(SourceGraph::name).collect(Collectors.toSet());
    }

    private void readSources() {
        List<SourceGraph> graphs = new ArrayList<>();
        for (Source source : selection.read()) {
            graphs.add(new SourceGraph(
                    base.graph("catalogue"),
                    "source.ttl",
                    Optional.of(source.description()),
                    Optional.empty(),
                    Optional.empty()));
            graphs.addAll(graphs(source, Linkage.NONE));
        }
        take(graphs);
        for (Source source : selection.read()) {
            source.graphs().stream().filter(graph -> graph.file().isPresent()).forEach(this::noteChecksum);
        }
    }

    private static List<SourceGraph> graphs(Source source, Linkage linkage) {
        return source.graphs().stream()
                .filter(graph -> graph.file().isPresent() && graph.linkage() == linkage)
                .toList();
    }

    /** Reads the places of registers, and then what is to be found among all that are known by then. */
    private void readLinked(EarlierSources earlier, LocalDate today) {
        List<SourceGraph> registers = selection.read().stream()
                .flatMap(source -> graphs(source, Linkage.REGISTER).stream())
                .toList();
        if (!registers.isEmpty()) {
            new KnownThings(candidate).addTo(reference.getDefaultGraph());
            take(registers);
        }
        readReferring();
        selection.read().forEach(this::review);
        for (Source source : selection.read()) {
            for (SourceGraph graph : graphs(source, Linkage.MATCHED)) {
                files.add(graph);
                List<Quad> quads = new ArrayList<>();
                faults.addAll(reader.read(graph, reference, quads::add));
                LinkCount count =
                        new Linking(candidate, new EarlierLinks(earlier, source, base, today)).add(graph.name(), quads);
                candidate.add(LinkGraph.described(source, graph, base));
                links.merge(source.id(), count, LinkCount::plus);
            }
        }
    }

    /** Reads the tables of a crosswalk together and keeps of their matches what is not wrong. */
    private void review(Source source) {
        List<SourceGraph> tables = graphs(source, Linkage.CANDIDATES);
        if (tables.isEmpty()) {
            return;
        }
        files.addAll(tables);
        List<Quad> quads = new ArrayList<>();
        tables.forEach(table -> faults.addAll(reader.read(table, reference, quads::add)));
        new CrosswalkReview(candidate)
                .add(quads)
                .forEach((match, reason) -> notices.add(Finding.of(
                        new Position(source.description().label(), 0, 0),
                        Severity.INFO,
                        Check.SYNTAX,
                        Wording.of(
                                "syntax.other",
                                "message",
                                "Set aside: <" + match.getSubject().getURI() + "> may be <"
                                        + match.getObject().getURI() + ">. " + reason))));
    }

    /** Reads one after the other what names organisations, each of which may be described by the one before. */
    private void readReferring() {
        KnownThings known = new KnownThings(candidate);
        selection.read().stream()
                .sorted(Comparator.comparing(Source::id))
                .flatMap(source -> graphs(source, Linkage.REFERRING).stream())
                .forEach(graph -> {
                    known.addOrganizationsTo(reference.getDefaultGraph());
                    take(List.of(graph));
                });
    }

    /** Reads files side by side, into the candidate as they come: its statements have no order. */
    private void take(List<SourceGraph> graphs) {
        files.addAll(graphs);
        graphs.parallelStream()
                .filter(graph -> !copied.contains(graph.name()))
                .map(this::take)
                .toList()
                .forEach(faults::addAll);
    }

    private List<Fault> take(SourceGraph graph) {
        List<Quad> some = new ArrayList<>();
        List<Fault> wrong = reader.read(graph, reference, quad -> {
            some.add(quad);
            if (some.size() == AT_ONCE) {
                candidate.add(some);
                some.clear();
            }
        });
        candidate.add(some);
        return wrong;
    }

    /** Where the things of a table come from. */
    Map<Node, Long> lines(SourceGraph table) {
        return reader.lines(table, reference);
    }

    private void noteChecksum(SourceGraph graph) {
        Quad checksum = checksum(graph, base);
        candidate.add(checksum);
        String found = checksum.getObject().getLiteralLexicalForm();
        if (!graph.isExpected(found)) {
            notices.add(Finding.of(
                    new Position(graph.file().orElseThrow().label(), 0, 0),
                    Severity.WARNING,
                    Check.SYNTAX,
                    Wording.of(
                            "syntax.other",
                            "message",
                            "This is another edition than the one the mapping was written for: its SHA-256 is "
                                    + found + ", where " + String.join(" or ", graph.expected())
                                    + " was expected. Look whether the counts are right.")));
        }
    }

    /** What a user should know of the files, though nothing is wrong with them. */
    List<Finding> notices() {
        return notices;
    }

    /** What the catalogue says of the file of a graph. */
    static Quad checksum(SourceGraph graph, BaseIri base) {
        return Quad.create(
                base.graph("catalogue"),
                graph.name(),
                NodeFactory.createURI(base.terms() + "sha256"),
                NodeFactory.createLiteralString(graph.file().orElseThrow().sha256()));
    }

    private void keep(EarlierSources earlier) {
        for (String id : selection.kept()) {
            String prefix = base.value() + "graph/" + id + "/";
            Map<Node, Long> sizes = new HashMap<>();
            Set<Node> graphs = earlier.graphs(id);
            (copied.containsAll(graphs) ? earlier.description(id) : earlier.quads(id)).forEach(candidate::add);
            graphs.stream()
                    .filter(graph -> graph.getURI().startsWith(prefix) && candidate.size(graph) > 0)
                    .forEach(graph -> sizes.put(graph, candidate.size(graph)));
            keptSizes.put(id, new long[] {
                sizes.size(), sizes.values().stream().mapToLong(Long::longValue).sum()
            });
        }
    }

    /** What each source gave. */
    List<SourceReport> reports(List<Finding> findings) {
        Stream<SourceReport> read = selection.read().stream().map(source -> report(source, findings));
        Stream<SourceReport> kept = selection.kept().stream()
                .map(id -> new SourceReport(
                        id,
                        SourceReport.State.KEPT,
                        (int) keptSizes.get(id)[0],
                        keptSizes.get(id)[1],
                        0,
                        0,
                        LinkCount.NONE));
        Stream<SourceReport> missing = missing(selection).stream();
        Stream<SourceReport> dropped = selection.dropped().stream()
                .map(id -> new SourceReport(id, SourceReport.State.DROPPED, 0, 0, 0, 0, LinkCount.NONE));
        return Stream.of(read, kept, missing, dropped)
                .flatMap(each -> each)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** What is told of sources that are not read because their files are not there. */
    static List<SourceReport> missing(Selection selection) {
        return selection.missing().stream()
                .map(source -> new SourceReport(
                        source.id(), SourceReport.State.MISSING, source.graphs().size(), 0, 0, 0, LinkCount.NONE))
                .toList();
    }

    private SourceReport report(Source source, List<Finding> findings) {
        List<String> labels = new ArrayList<>(List.of(source.description().label()));
        source.graphs().forEach(graph -> graph.file().ifPresent(file -> labels.add(file.label())));
        source.graphs().forEach(graph -> graph.mapping().ifPresent(file -> labels.add(file.label())));
        List<Finding> its = findings.stream()
                .filter(finding -> labels.contains(finding.file()))
                .toList();
        return new SourceReport(
                source.id(),
                SourceReport.State.READ,
                source.graphs().size(),
                source.graphs().stream()
                        .mapToLong(graph -> candidate.size(graph.name()))
                        .sum(),
                its.stream()
                        .filter(finding -> finding.severity() == Severity.VIOLATION)
                        .count(),
                its.stream()
                        .filter(finding -> finding.severity() == Severity.WARNING)
                        .count(),
                links.getOrDefault(source.id(), LinkCount.NONE));
    }
}
