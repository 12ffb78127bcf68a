package org.w3id.urbis.loader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Linkage;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.submission.AcceptedSources;
import org.w3id.urbis.loader.submission.Former;

/**
 * What a revision is made of: by which program, of which sources and submissions. Whoever is to make one of just the same has
 * it already.
 *
 * @param program the version of the program
 * @param base    the base IRI
 * @param read    the checksum of each source that is read, submissions included, by its id
 * @param graphs  the checksum of each graph that a file of these fills, by its name
 * @param kept    ids of the sources that are taken as the revision before has them, sorted
 * @param former  the checksum of what is said of submissions that are there no more
 * @param linked  the names of those graphs of which what they say depends on what others say, sorted
 */
record MadeOf(
        String program,
        String base,
        SortedMap<String, String> read,
        SortedMap<String, String> graphs,
        List<String> kept,
        String former,
        List<String> linked) {

    private static final String SUBMISSION = "submission/";

    /** What a load is about to make a revision of. */
    static MadeOf of(Selection selection, List<Former> former, BaseIri base) {
        return new MadeOf(
                ProgramVersion.running(),
                base.value(),
                checksums(selection.read()),
                graphs(selection.read()),
                List.copyOf(new TreeSet<>(selection.kept())),
                Fingerprint.of(former),
                selection.read().stream()
                        .flatMap(source -> source.graphs().stream())
                        .filter(graph -> graph.linkage() != Linkage.NONE)
                        .map(graph -> graph.name().getURI())
                        .sorted()
                        .toList());
    }

    private static SortedMap<String, String> checksums(List<Source> sources) {
        SortedMap<String, String> checksums = new TreeMap<>();
        sources.forEach(source -> checksums.put(source.id(), Fingerprint.of(source)));
        return checksums;
    }

    /** Of two files that fill one graph, the checksums are put together. */
    private static SortedMap<String, String> graphs(List<Source> sources) {
        SortedMap<String, String> checksums = new TreeMap<>();
        for (Source source : sources) {
            for (SourceGraph graph : source.graphs()) {
                checksums.merge(graph.name().getURI(), Fingerprint.of(source, graph), String::concat);
            }
        }
        return checksums;
    }

    /**
     * The same with other submissions.
     *
     * @param recognised whether linked graphs would say the same if they were read with these; otherwise it is not known what
     *                   they are made of
     * @return empty if what the program does may not be the same
     */
    Optional<MadeOf> with(List<Source> submissions, List<Former> others, boolean recognised) {
        if (!program.equals(ProgramVersion.running())) {
            return Optional.empty();
        }
        SortedMap<String, String> all = new TreeMap<>(read);
        all.keySet().removeIf(MadeOf::isSubmission);
        all.putAll(checksums(submissions));
        String prefix = AcceptedSources.graphPrefix(new BaseIri(base));
        SortedMap<String, String> allGraphs = new TreeMap<>(graphs);
        allGraphs.keySet().removeIf(name -> name.startsWith(prefix));
        allGraphs.putAll(graphs(submissions));
        if (!recognised) {
            allGraphs.keySet().removeAll(linked);
        }
        return Optional.of(new MadeOf(program, base, all, allGraphs, kept, Fingerprint.of(others), linked));
    }

    /** Whether a source is a submission, by its id. */
    static boolean isSubmission(String id) {
        return id.startsWith(SUBMISSION);
    }

    /** Those graphs of sources that are filled by the same files as when a revision was made of them. */
    Set<SourceGraph> unchanged(List<Source> sources) {
        SortedMap<String, String> now = graphs(sources);
        return sources.stream()
                .flatMap(source -> source.graphs().stream())
                .filter(graph -> now.get(graph.name().getURI())
                        .equals(graphs.get(graph.name().getURI())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
