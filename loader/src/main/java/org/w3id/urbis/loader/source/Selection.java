package org.w3id.urbis.loader.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sources a load reads, and which it keeps as the current revision has them.
 *
 * @param read    read from their files
 * @param kept    ids of those kept as they were published
 * @param missing known, but without a file of their own and never loaded
 * @param dropped ids of those published before that no folder describes any more
 * @param faults  what is wrong with the descriptions of those to be read
 */
public record Selection(
        List<Source> read, Set<String> kept, List<Source> missing, Set<String> dropped, List<Fault> faults) {

    /** Copies what it is given. */
    public Selection {
        read = List.copyOf(read);
        kept = Set.copyOf(kept);
        missing = List.copyOf(missing);
        dropped = Set.copyOf(dropped);
        faults = List.copyOf(faults);
    }

    /**
     * Chooses. If sources are named, these are read and all others kept. If none is named, all that are complete are
     * read, those that need a file from their user are kept, and those that are not known any more are dropped.
     *
     * @param catalogue   the sources there are
     * @param named       ids of the sources asked for; empty for all
     * @param replacement the file to take in place of that of the one source named
     * @param published   ids of the sources in the current revision
     * @return the choice
     * @throws UnknownSourceException   if a named source is not known
     * @throws AmbiguousFileException   if it is not clear what the replacement replaces
     * @throws IllegalArgumentException if there is a replacement but not exactly one name
     */
    public static Selection of(
            SourceCatalogue catalogue,
            Collection<String> named,
            Optional<SourceFile> replacement,
            Set<String> published) {
        if (replacement.isPresent() && named.size() != 1) {
            throw new IllegalArgumentException("A file can be given for one source at a time");
        }
        return of(catalogue, named, new GivenFiles(replacement.stream().toList(), List.of()), published);
    }

    /**
     * Chooses in the same way, with files for several sources.
     *
     * @param catalogue the sources there are
     * @param named     ids of the sources asked for, in the order in which files are given for them; empty for all
     * @param given     the files given
     * @param published ids of the sources in the current revision
     * @return the choice
     * @throws UnknownSourceException   if a named source is not known
     * @throws AmbiguousFileException   if it is not clear what a file is for
     * @throws IllegalArgumentException if files are given for named sources and none is named
     */
    public static Selection of(
            SourceCatalogue catalogue, Collection<String> named, GivenFiles given, Set<String> published) {
        if (named.isEmpty() && !given.named().isEmpty()) {
            throw new IllegalArgumentException("A file is given for a source that is named");
        }
        return named.isEmpty()
                ? all(catalogue, given, published)
                : some(catalogue, new LinkedHashSet<>(named), given, published);
    }

    /**
     * Chooses what is to be read and nothing else.
     *
     * @param sources the sources to read
     * @return the choice
     */
    public static Selection reading(List<Source> sources) {
        return new Selection(sources, Set.of(), List.of(), Set.of(), List.of());
    }

    /**
     * Adds sources to those that are read.
     *
     * @param more the sources
     * @return the same choice with them
     */
    public Selection and(Collection<Source> more) {
        List<Source> all = new ArrayList<>(read);
        all.addAll(more);
        return new Selection(all, kept, missing, dropped, faults);
    }

    private static Selection some(
            SourceCatalogue catalogue, Set<String> named, GivenFiles given, Set<String> published) {
        List<Source> known = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String id : named) {
            catalogue.source(id).ifPresent(known::add);
            faults.addAll(catalogue.faults().getOrDefault(id, List.of()));
        }
        List<Source> read = known.size() == named.size() ? given.forNamed(known) : known;
        for (Source source : read) {
            missingFiles(source).forEach(faults::add);
        }
        faults.addAll(given.faults(read));
        Set<String> kept = new TreeSet<>(published);
        kept.removeAll(named);
        return new Selection(read, kept, List.of(), Set.of(), faults);
    }

    private static List<Fault> missingFiles(Source source) {
        return source.graphs().stream()
                .filter(graph -> graph.file().isEmpty())
                .map(graph -> Fault.of(
                        source.description().label(),
                        graph.fileName() + " does not ship with the program."
                                + " Get it from " + source.download().orElse("its publisher")
                                + " and load it with: load "
                                + source.id() + " --from FILE"))
                .toList();
    }

    private static Selection all(SourceCatalogue catalogue, GivenFiles given, Set<String> published) {
        List<Source> sources = given.found(catalogue.sources());
        List<Source> read = sources.stream().filter(Source::isComplete).toList();
        List<Source> incomplete =
                sources.stream().filter(source -> !source.isComplete()).toList();
        Set<String> kept = new TreeSet<>();
        incomplete.stream().map(Source::id).filter(published::contains).forEach(kept::add);
        Set<String> dropped = new TreeSet<>(published);
        catalogue.sources().stream().map(Source::id).forEach(dropped::remove);
        List<Fault> faults = new ArrayList<>(
                catalogue.faults().values().stream().flatMap(List::stream).toList());
        faults.addAll(given.faults(read));
        return new Selection(
                read,
                kept,
                incomplete.stream()
                        .filter(source -> !kept.contains(source.id()))
                        .toList(),
                dropped,
                faults);
    }
}
