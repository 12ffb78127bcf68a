package org.w3id.urbis.loader.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        description = {
            "",
            "What is loaded is told with the revision since which it is as large as it is. Sources that do not ship"
                + " are told with where to get their files and the names by which --from-directory of \"urbis load\""
                + " finds them.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "1:the description of a source has faults", "2:it could not be done"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis sources",
            "  urbis sources --sources my-sources",
            "  urbis load geonames --from cities500.zip"
        })
public final class SourcesCommand implements Callable<Integer> {

    private static final int DAY_LENGTH = 10;

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
        List<Revision> revisions = data.revisions().current().stream()
                .flatMap(current -> data.revisions().list().stream()
                        .filter(revision -> revision.number() <= current.number())
                        .sorted(Comparator.comparing(Revision::number).reversed()))
                .toList();
        StringBuilder text = new StringBuilder();
        catalogue.sources().forEach(source -> text.append(describe(source, revisions))
                .append('\n'));
        catalogue
                .faults()
                .values()
                .forEach(faults -> faults.forEach(fault -> text.append(fault).append('\n')));
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return catalogue.faults().isEmpty() ? Failures.DONE : Failures.FAULTS;
    }

    private static String describe(Source source, List<Revision> revisions) {
        Map<String, Long> loaded = revisions.isEmpty() ? Map.of() : sizes(source, revisions.getFirst());
        long quads = loaded.values().stream().mapToLong(Long::longValue).sum();
        String state = loaded.isEmpty()
                ? "not loaded"
                : String.format(
                        Locale.ROOT,
                        "%,d statements in %,d of %,d graphs, %s",
                        quads,
                        loaded.size(),
                        source.graphs().size(),
                        age(source, loaded, revisions));
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

    private static Map<String, Long> sizes(Source source, Revision revision) {
        Map<String, Long> sizes = new TreeMap<>();
        source.graphs().forEach(graph -> {
            Long size = revision.graphs().get(graph.name().getURI());
            if (size != null) {
                sizes.put(graph.name().getURI(), size);
            }
        });
        return sizes;
    }

    /** Since which of the revisions that are kept, the newest first, the source is as large as it is. */
    private static String age(Source source, Map<String, Long> loaded, List<Revision> revisions) {
        Revision since = revisions.stream()
                .takeWhile(revision -> sizes(source, revision).equals(loaded))
                .reduce((newer, older) -> older)
                .orElseThrow();
        return "since revision " + since.number() + " of "
                + since.created().toString().substring(0, DAY_LENGTH);
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
