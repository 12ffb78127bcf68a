package org.w3id.urbis.loader.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.w3id.urbis.loader.publication.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis backup}: keep the whole data directory in one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Keep the whole data directory in one file.",
        description = {
            "",
            "The revisions, what changed, and what was handed in, with a checksum for each file. A server may run"
                    + " meanwhile; nothing is published until it is done.",
            ""
        },
        parameterListHeading = "%nFile:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the backup is there",
            "2:it could not be done: there is such a file already, or a load is running"
        },
        footerHeading = "%nExample:%n",
        footer = {"  urbis backup urbis-2026-11-22.zip", "  urbis backup /var/backups/urbis"})
public final class BackupCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Where to write it; there must be no such file. In a directory it is named after the moment.")
    private Path file;

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public BackupCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, () -> {
            if (!Files.isDirectory(data.directory())) {
                throw new ImpossibleException("There is no data directory " + data.directory() + ".");
            }
            Backup backup = Backup.at(file, Instant.now());
            spec.commandLine().getErr().println("writing " + backup.file() + " ...");
            spec.commandLine().getErr().flush();
            int files = backup.make(data.directory(), PATIENCE);
            spec.commandLine()
                    .getOut()
                    .println("Kept " + files + " files of " + data.directory() + " in " + backup.file() + ".");
            spec.commandLine().getOut().flush();
            return Failures.DONE;
        });
    }
}
