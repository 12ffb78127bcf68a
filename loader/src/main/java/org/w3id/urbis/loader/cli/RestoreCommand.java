package org.w3id.urbis.loader.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.w3id.urbis.loader.publication.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis restore}: make a data directory of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Make a data directory of a backup.",
        description = {
            "",
            "Every file is checked first. Nothing is overwritten: the data directory must not be there yet.",
            ""
        },
        parameterListHeading = "%nFile:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the data directory is there",
            "2:it could not be done: there is a data directory already, or the backup is damaged"
        },
        footerHeading = "%nExample:%n",
        footer = "  urbis restore urbis-2026-11-22.zip --data restored")
public final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file that \"urbis backup\" wrote.")
    private Path file;

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public RestoreCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, () -> {
            spec.commandLine().getErr().println("checking " + file + " ...");
            spec.commandLine().getErr().flush();
            int files = new Backup(file).restore(data.directory());
            spec.commandLine().getOut().println("Restored " + files + " files to " + data.directory() + ".");
            spec.commandLine().getOut().flush();
            return Failures.DONE;
        });
    }
}
