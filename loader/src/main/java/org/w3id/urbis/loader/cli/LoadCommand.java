package org.w3id.urbis.loader.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.urbis.loader.LoadReport;
import org.w3id.urbis.loader.LoadRequest;
import org.w3id.urbis.loader.Pipeline;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.source.GivenFiles;
import org.w3id.urbis.loader.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis load}: runs sources through the gate and publishes a revision, or nothing. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Read sources, check them, and publish them as one new revision, or publish nothing.",
        description = {
            "",
            "A source is a folder with a source.ttl that says who publishes it, and the files it names: RDF, or a"
                + " table with a mapping in SPARQL. With no SOURCE all that ship with their files are read. With some,"
                + " the others stay as they are published.",
            "",
            "If the shapes find a violation anywhere, nothing changes, and each finding says file, line and column. If"
                    + " nothing has changed since the current revision, no new one is made.",
            ""
        },
        parameterListHeading = "%nSources:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:published, or nothing had changed",
            "1:the data has faults; nothing was published",
            "2:it could not be done: an unknown source, a missing file, a full disk"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis load",
            "  urbis load --dry-run",
            "  urbis load geonames --from cities500.zip",
            "  urbis load --from-directory data",
            "  urbis load my-network --sources my-sources"
        })
public final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            arity = "0..*",
            description = "The name of a source's folder; \"urbis sources\" lists them.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "FILE-OR-URL",
            description =
                    "Read this file, or a ZIP archive with it, in place of the one that a named source describes. May"
                        + " be repeated: a file is for the source that knows its name, or for the one in the same"
                        + " place. The only case in which anything is fetched from the net; what broke off is gone on"
                        + " with.")
    private List<String> from = new ArrayList<>();

    @Option(
            names = "--from-directory",
            paramLabel = "DIR",
            description =
                    "Read the files that lie in this folder, or in folders in it, under the names that the sources"
                            + " know them by. Without SOURCE, all sources whose files are found.")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--other-edition",
            description =
                    "Take a file though its checksum is not the one that its source.ttl expects: a newer edition, whose"
                            + " counts you will look at. Without this it is refused, as it may have broken off.")
    private boolean otherEdition;

    @Option(names = "--dry-run", description = "Do everything but publish, and say what would change.")
    private boolean dryRun;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description =
                    "Look for source folders here too. May be repeated; a source of the same name counts before one"
                            + " that ships.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "" + Publication.DEFAULT_RETENTION,
            description = "How many revisions to keep. Default: ${DEFAULT-VALUE}.")
    private int keep;

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public LoadCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, this::load);
    }

    private int load() {
        if (!from.isEmpty() && sources.isEmpty()) {
            throw new ImpossibleException("--from needs a SOURCE whose file it replaces");
        }
        if (keep < 1) {
            throw new ImpossibleException("--keep needs a number from 1, not " + keep);
        }
        Path downloads = data.directory().resolve("downloads");
        List<SourceFile> named = from.stream()
                .map(place -> GivenFile.of(place, downloads, spec.commandLine().getErr()))
                .toList();
        GivenFiles given = new GivenFiles(named, directory.map(GivenFile::in).orElse(List.of()), otherEdition);
        LoadRequest request = new LoadRequest(data.directory(), folders, sources, given, dryRun, keep);
        try (ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr())) {
            LoadReport report = new Pipeline(BaseIri.URBIS, progress, Clock.systemUTC()).load(request);
            spec.commandLine()
                    .getOut()
                    .print(new LoadText(report, data.directory().resolve(LoadText.FINDINGS)));
            spec.commandLine().getOut().flush();
            return report.outcome() == LoadReport.Outcome.REFUSED ? Failures.FAULTS : Failures.DONE;
        }
    }
}
