package org.w3id.urbis.loader.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.urbis.loader.cli.SubmissionPlace.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis submit}: hands a file in. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Hand in a file, for a curator to accept.",
        description = {
            "",
            "The file is judged as an addition to the graph as it is published. If the shapes find a violation, each"
                + " is told with its place, and nothing is kept: mend the file and hand it in again. Else it is kept"
                + " as it is and waits for a curator. When this command ends with 0, it is safe on the disk.",
            "",
            "What you hand in is put under CC BY 4.0, and your name is published with it.",
            ""
        },
        parameterListHeading = "%nFile:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:kept; or, with --dry-run, without violations",
            "1:the file has violations; nothing was kept",
            "2:it could not be done: no such file, no token, no such server, a full disk"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis submit my-network.ttl",
            "  urbis submit members.xlsx --dry-run",
            "  urbis submit my-network.ttl --to https://urbis.example",
            "  urbis submit my-network.ttl --corrects 20261121-3f9a1c7e"
        })
public final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD, or a table as CSV or XLSX; its ending tells"
                            + " which.")
    private Path file;

    @Option(
            names = "--corrects",
            paramLabel = "ID",
            description = "The submission that this one is to take the place of.")
    private Optional<String> corrects = Optional.empty();

    @Option(names = "--dry-run", description = "Only judge the file, and tell what it would change; needs no token.")
    private boolean dryRun;

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private PlaceOption place = new PlaceOption();

    /** Made by picocli. */
    public SubmitCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return place.at(where -> {
            Outcome outcome = dryRun ? where.tryOut(file, corrects, wait.patience()) : where.submit(file, corrects);
            PrintWriter out = spec.commandLine().getOut();
            out.print(outcome.report());
            outcome.submission().map(SubmissionText::sentence).ifPresent(out::println);
            if (outcome.refused()) {
                out.println(dryRun ? "It could not be handed in." : "Nothing was kept.");
            } else if (dryRun) {
                out.println("It could be handed in; nothing was kept.");
            }
            out.flush();
            return outcome.refused() ? Failures.FAULTS : Failures.DONE;
        });
    }
}
