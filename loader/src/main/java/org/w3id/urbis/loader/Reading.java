package org.w3id.urbis.loader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.LinkCount;
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
    private final Gathered gathered;
    private final DatasetGraph reference = DatasetGraphFactory.create();
    private final List<SourceGraph> files = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, long[]> keptSizes = new HashMap<>();
    private final List<Finding> notices = new ArrayList<>();
    private final Map<String, LinkCount> links = new HashMap<>();

    private Reading(Selection selection, Optional<Before> before, BaseIri base) {
        this.selection = selection;
        this.base = base;
        this.reader = new GraphReader(base);
        this.gathered = new Gathered(base, before.map(Before::statements));
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
        Reading reading = new Reading(selection, before, base);
        reading.faults.addAll(selection.faults());
        if (!reading.faults.isEmpty()) {
            // Nothing will come of it: whoever handed in a wrong file is told at once.
            return reading;
        }
        before.ifPresent(current -> reading.takeOver(current, earlier));
        reading.readProgram();
        reading.readSources();
        reading.keep(earlier);
        new LinkedReading(reading, earlier, before, today).read();
        new Tombstones(reading.gathered, reading.reader).setFor(former);
        return reading;
    }

    /** Reads submissions and takes all else as it is published. */
    static Reading amending(
            List<Source> submissions,
            List<Former> former,
            EarlierSources earlier,
            Optional<Before> before,
            BaseIri base) {
        Reading reading = new Reading(Selection.reading(submissions), before, base);
        String sourcePrefix = AcceptedSources.sourcePrefix(base);
        String graphPrefix = AcceptedSources.graphPrefix(base);
        if (before.isPresent()) {
            reading.gathered.keep(before.get().graphsBut(graphPrefix));
            reading.gathered.keep(before.get().unchanged(submissions));
            earlier.catalogueBut(sourcePrefix, reading.gathered::add);
        } else {
            earlier.statedBut(sourcePrefix, graphPrefix, reading.gathered::add);
        }
        reading.readSources();
        new Tombstones(reading.gathered, reading.reader).setFor(former);
        return reading;
    }

    /** What was read: complete only if there are no faults. */
    Gathered gathered() {
        return gathered;
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

    /** Takes as it is what need not be read again: what ships with the program, sources that have not changed, and those kept. */
    private void takeOver(Before current, EarlierSources earlier) {
        Set<Node> whole = new HashSet<>();
        selection.kept().forEach(id -> whole.addAll(earlier.graphs(id)));
        selection.read().stream()
                .flatMap(source -> source.graphs().stream())
                .forEach(graph -> whole.remove(graph.name()));
        whole.addAll(current.unchanged(selection.read()));
        whole.addAll(current.ofProgram());
        whole.remove(base.graph("catalogue"));
        gathered.keep(whole);
    }

    /** What mappings look things up in: what ships with the program, and no source, so that their order is of no account. */
    private void readProgram() {
        take(ProgramGraphs.list(base.value()));
        boolean lookup = selection.read().stream()
                .flatMap(source -> source.graphs().stream())
                .filter(graph -> !gathered.isKept(graph.name()))
                .anyMatch(graph -> graph.mapping().isPresent());
        if (lookup) {
            for (Node graph : programGraphs()) {
                gathered.graph(graph).find().forEachRemaining(reference.getDefaultGraph()::add);
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

    static List<SourceGraph> graphs(Source source, Linkage linkage) {
        return source.graphs().stream()
                .filter(graph -> graph.file().isPresent() && graph.linkage() == linkage)
                .toList();
    }

    /** Reads files side by side, into the candidate as they come: its statements have no order. */
    void take(List<SourceGraph> graphs) {
        files.addAll(graphs);
        graphs.parallelStream()
                .filter(graph -> !gathered.isKept(graph.name()))
                .map(this::take)
                .toList()
                .forEach(faults::addAll);
    }

    private List<Fault> take(SourceGraph graph) {
        List<Quad> some = new ArrayList<>();
        List<Fault> wrong = reader.read(graph, reference, quad -> {
            some.add(quad);
            if (some.size() == AT_ONCE) {
                gathered.add(some);
                some.clear();
            }
        });
        gathered.add(some);
        return wrong;
    }

    /** Where the things of a table come from. */
    Map<Node, Long> lines(SourceGraph table) {
        return reader.lines(table, reference);
    }

    private void noteChecksum(SourceGraph graph) {
        Quad checksum = checksum(graph, base);
        gathered.add(checksum);
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
            (graphs.stream().allMatch(gathered::isKept) ? earlier.description(id) : earlier.quads(id))
                    .forEach(gathered::add);
            graphs.stream()
                    .filter(graph -> graph.getURI().startsWith(prefix) && gathered.size(graph) > 0)
                    .forEach(graph -> sizes.put(graph, gathered.size(graph)));
            keptSizes.put(id, new long[] {
                sizes.size(), sizes.values().stream().mapToLong(Long::longValue).sum()
            });
        }
    }

    /** Reads files for somebody who decides what becomes of their statements. */
    List<Quad> read(List<SourceGraph> graphs) {
        files.addAll(graphs);
        List<Quad> quads = new ArrayList<>();
        graphs.forEach(graph -> faults.addAll(reader.read(graph, reference, quads::add)));
        return quads;
    }

    /** Where mappings look things up. */
    Graph reference() {
        return reference.getDefaultGraph();
    }

    Selection selection() {
        return selection;
    }

    void note(Finding notice) {
        notices.add(notice);
    }

    void noteLinks(Source source, LinkCount count) {
        links.merge(source.id(), count, LinkCount::plus);
    }

    LinkCount links(Source source) {
        return links.getOrDefault(source.id(), LinkCount.NONE);
    }

    /** How many graphs, and how many statements, are taken from a source as they are published. */
    long[] keptSizes(String id) {
        return keptSizes.getOrDefault(id, new long[2]);
    }
}
