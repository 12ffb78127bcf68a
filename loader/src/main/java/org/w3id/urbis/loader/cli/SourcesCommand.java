package org.w3id.urbis.loader.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceCatalogue;
import org.w3id.urbis.ontology.ResourceFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urbis sources}: lists the sources the program knows. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "List the sources: what they are, whose, under what licence, and what of them is loaded.",
        description = "",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "1:the description of a source has faults", "2:it could not be done"},
        footerHeading = "%nExamples:%n",
        footer = {"  urbis sources", "  urbis sources --sources my-sources"})
public final class SourcesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--sources", paramLabel = "DIR", description = "Look for source folders here too. May be repeated.")
    private List<Path> folders = new ArrayList<>();

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public SourcesCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, this::list);
    }

    private int list() {
        List<ResourceFolder> all = new ArrayList<>(List.of(SourceCatalogue.shipped()));
        folders.forEach(folder -> all.add(ResourceFolder.inDirectory(folder)));
        SourceCatalogue catalogue = SourceCatalogue.read(all, BaseIri.URBIS.value());
        Map<String, Long> loaded = data.revisions()
                .current()
                .map(Revision::graphs)
                .map(Map::copyOf)
                .orElse(Map.of());
        StringBuilder text = new StringBuilder();
        catalogue.sources().forEach(source -> text.append(describe(source, loaded))
                .append('\n'));
        catalogue
                .faults()
                .values()
                .forEach(faults -> faults.forEach(fault -> text.append(fault).append('\n')));
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return catalogue.faults().isEmpty() ? Failures.DONE : Failures.FAULTS;
    }

    private static String describe(Source source, Map<String, Long> loaded) {
        long graphs = source.graphs().stream()
                .filter(graph -> loaded.containsKey(graph.name().getURI()))
                .count();
        long quads = source.graphs().stream()
                .mapToLong(graph -> loaded.getOrDefault(graph.name().getURI(), 0L))
                .sum();
        String state = graphs == 0
                ? "not loaded"
                : String.format(
                        Locale.ROOT,
                        "%,d statements in %,d of %,d graphs",
                        quads,
                        graphs,
                        source.graphs().size());
        String file = source.isComplete() ? "ships with urbis" : "not shipped: load it with --from";
        return source.id() + "\n"
                + line("title", source.title())
                + source.publisher()
                        .map(Node::getURI)
                        .map(iri -> line("publisher", iri))
                        .orElse("")
                + source.licence()
                        .map(Node::getURI)
                        .map(iri -> line("licence", iri))
                        .orElse("")
                + source.download().map(iri -> line("from", iri)).orElse("")
                + line("files", file)
                + (source.isComplete() ? "" : line("known as", names(source)))
                + line("loaded", state);
    }

    private static String names(Source source) {
        return source.graphs().stream()
                .flatMap(graph -> Stream.concat(Stream.of(graph.fileName()), graph.aliases().stream()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-10s %s%n", name, value);
    }
}
