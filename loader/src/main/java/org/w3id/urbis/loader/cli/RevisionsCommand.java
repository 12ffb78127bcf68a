package org.w3id.urbis.loader.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.w3id.urbis.loader.publication.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code urbis revisions}: lists the published states of the graph. */
@Command(
        name = "revisions",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Failures.IMPOSSIBLE,
        header = "List the published states of the graph, newest first.",
        description = {
            "",
            "The one marked * is current: it is what queries and the server answer from. Two revisions with the same"
                    + " hash hold the same statements.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed, even if there are none", "2:the data directory cannot be read"},
        footerHeading = "%nExample:%n",
        footer = "  urbis revisions --data /var/lib/urbis")
public final class RevisionsCommand implements Callable<Integer> {

    private static final int HASH_DIGITS = 12;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    /** Made by picocli. */
    public RevisionsCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public Integer call() throws Exception {
        return Failures.guard(spec, this::list);
    }

    private int list() {
        long current = data.revisions().current().map(Revision::number).orElse(0L);
        Columns columns = new Columns(
                List.of("", "revision", "published", "statements", "graphs", "hash"),
                false,
                true,
                false,
                true,
                true,
                false);
        for (Revision revision : data.revisions().list()) {
            columns.row(
                    revision.number() == current ? "*" : "",
                    Long.toString(revision.number()),
                    revision.created().toString(),
                    String.format(Locale.ROOT, "%,d", revision.quads()),
                    Integer.toString(revision.graphs().size()),
                    revision.hash().substring(0, HASH_DIGITS));
        }
        spec.commandLine()
                .getOut()
                .print(current == 0 ? "Nothing is published in " + data.directory() + " yet.\n" : columns.toString());
        spec.commandLine().getOut().flush();
        return Failures.DONE;
    }
}
