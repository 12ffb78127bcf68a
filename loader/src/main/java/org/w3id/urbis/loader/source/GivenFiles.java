package org.w3id.urbis.loader.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Files that a user gives for sources whose files do not ship.
 *
 * @param named     files given for the sources that are named, each for one of them: that which it fits by its name, or the
 *                  one in the same place if there are as many files as sources
 * @param lyingAbout files of a folder, of which those are taken that a source knows by their name
 * @param otherEditions whether files are taken whose checksum is not the one that their source expects
 */
public record GivenFiles(List<SourceFile> named, List<SourceFile> lyingAbout, boolean otherEditions) {

    /** No files. */
    public static final GivenFiles NONE = new GivenFiles(List.of(), List.of());

    /** Copies the lists. */
    public GivenFiles {
        named = List.copyOf(named);
        lyingAbout = List.copyOf(lyingAbout);
    }

    /**
     * Files of the editions that their sources expect.
     *
     * @param named      files given for the sources that are named
     * @param lyingAbout files of a folder
     */
    public GivenFiles(List<SourceFile> named, List<SourceFile> lyingAbout) {
        this(named, lyingAbout, false);
    }

    /** What is wrong with files that are not what their sources expect, such as downloads that broke off. */
    List<Fault> faults(Collection<Source> given) {
        return otherEditions
                ? List.of()
                : given.stream()
                        .flatMap(source -> source.graphs().stream())
                        .filter(graph ->
                                !graph.expected().isEmpty() && graph.file().isPresent())
                        .flatMap(graph -> fault(graph).stream())
                        .distinct()
                        .toList();
    }

    private static Optional<Fault> fault(SourceGraph graph) {
        SourceFile file = graph.file().orElseThrow();
        String found = file.sha256();
        return graph.isExpected(found)
                ? Optional.empty()
                : Optional.of(Fault.of(
                        file.label(),
                        "This is not the file that the mapping was written for: its SHA-256 is " + found + ", where "
                                + String.join(" or ", graph.expected())
                                + " was expected. If its download broke off, fetch it again; if it is another edition,"
                                + " load it with --other-edition."));
    }

    /**
     * Gives sources their files.
     *
     * @param sources those that are named, in the order of their names as given
     * @return the same sources, reading from these files
     * @throws AmbiguousFileException if it is not clear what one of the named files is for
     */
    List<Source> forNamed(List<Source> sources) {
        List<Source> given = new ArrayList<>(sources.stream().map(this::found).toList());
        for (int i = 0; i < named.size(); i++) {
            SourceFile file = named.get(i);
            int place = place(file, sources, i);
            given.set(place, given.get(place).readFrom(file));
        }
        return given;
    }

    private int place(SourceFile file, List<Source> sources, int position) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).fit(file) >= 0) {
                fitting.add(i);
            }
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (sources.size() == 1) {
            return 0;
        }
        if (sources.size() == named.size()) {
            return position;
        }
        throw new AmbiguousFileException(
                file.label(), sources.stream().map(Source::id).toList(), fitting.size());
    }

    /** Takes what lies about for the files that a source lacks: of several, that whose name fits best. */
    Source found(Source source) {
        if (source.isComplete()) {
            return source;
        }
        Source filled = source;
        List<SourceFile> byFit = lyingAbout.stream()
                .filter(file -> source.fit(file) >= 0)
                .sorted(Comparator.comparing((SourceFile file) -> source.fit(file))
                        .thenComparing(SourceFile::label)
                        .reversed())
                .toList();
        // The best comes last and replaces what was taken for the same graph.
        for (SourceFile file : byFit) {
            filled = filled.taking(file);
        }
        return filled;
    }

    /** Takes what lies about for all sources. */
    List<Source> found(Collection<Source> sources) {
        return sources.stream().map(this::found).toList();
    }
}
