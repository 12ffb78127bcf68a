package org.w3id.urbis.loader.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.urbis.loader.publication.Dump;
import org.w3id.urbis.loader.publication.DumpFormat;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.StoreCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urbis export}: writes the graph, or one of its graphs, in a format of the user's choice. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Write what is published, or one graph of it, as RDF.",
        description = {
            "",
            "N-Quads come sorted: equal content is equal bytes. Turtle, N-Triples and RDF/XML have no graphs; without"
                    + " --graph they hold everything together.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:it could not be done: nothing is published, or there is no such graph"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis export > urbis.nq",
            "  urbis export --format trig --output urbis.trig",
            "  urbis export --format turtle --graph https://w3id.org/urbis/graph/shapes",
            "  urbis export --for-store --output urbis.nq"
        })
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "nquads",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DumpFormat format;

    @Option(names = "--graph", paramLabel = "IRI", description = "Only this graph.")
    private Optional<String> graph = Optional.empty();

    @Option(
            names = "--revision",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Of this revision. Default: the current one.")
    private long number;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--for-store",
            description = "N-Quads for a store that \"serve --store\" answers from: everything once more in one graph,"
                    + " and which revision it is.")
    private boolean forStore;

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public ExportCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, this::export);
    }

    private int export() throws IOException {
        if (forStore && (graph.isPresent() || format != DumpFormat.NQUADS)) {
            throw new ImpossibleException(
                    "--for-store writes all graphs as N-Quads, so leave --graph and --format away.");
        }
        Revision revision = data.revision(number);
        if (graph.isPresent() && !revision.graphs().containsKey(graph.get())) {
            throw new ImpossibleException("Revision " + revision.number() + " has no graph <" + graph.get()
                    + ">. \"urbis query document/sections-and-facts\" lists those of the sources.");
        }
        try (OutputStream out = new BufferedOutputStream(
                output.isPresent() ? Files.newOutputStream(output.get()) : new StandardOutput(System.out), 1 << 16)) {
            if (forStore) {
                new StoreCopy(revision).write(out);
            } else {
                new Dump(revision).write(format, graph, out);
            }
        }
        return Failures.DONE;
    }
}
