package org.w3id.urbis.loader.cli;

import java.util.concurrent.Callable;
import org.w3id.urbis.loader.publication.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis rollback}: makes another revision current. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "Go back to an earlier revision, or forward again.",
        description = {
            "",
            "Nothing is deleted: the revision becomes the current one, and the others stay where they are. The next"
                    + " load publishes what the sources say then.",
            ""
        },
        parameterListHeading = "%nRevision:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:that revision is current", "2:it could not be done: no such revision, or a load is running"},
        footerHeading = "%nExample:%n",
        footer = "  urbis rollback 3")
public final class RollbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NUMBER", description = "The number of the revision; \"urbis revisions\" lists them.")
    private long number;

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public RollbackCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, () -> {
            Revision revision = data.revisions().rollback(number);
            spec.commandLine()
                    .getOut()
                    .println("Revision " + revision.number() + " of " + revision.created() + " is current.");
            spec.commandLine().getOut().flush();
            return Failures.DONE;
        });
    }
}
