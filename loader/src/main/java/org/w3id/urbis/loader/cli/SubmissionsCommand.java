package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.cli.SubmissionPlace.Decision;
import org.w3id.urbis.loader.cli.SubmissionPlace.Outcome;
import org.w3id.urbis.loader.submission.Event;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis submissions}: what was handed in, and what is to become of it. */
@Command(
        name = "submissions",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TokenCommand.class,
        header = "List what was handed in, and accept, reject or withdraw it.",
        description = {
            "",
            "A submission waits until a curator decides. Accepted, it becomes a source of its own: a new revision is"
                    + " published with it, and every later load keeps it. Rejected, it stays on record with the reason."
                    + " Withdrawn, it leaves the graph with a new revision. Nothing is ever taken out of the log.",
            "",
            "Without --to, the commands work on a data directory of this machine, also while a server runs there."
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis submissions list --state waiting",
            "  urbis submissions show 20261121-3f9a1c7e --file",
            "  urbis submissions preview 20261121-3f9a1c7e",
            "  urbis submissions accept 20261121-3f9a1c7e",
            "  urbis submissions reject 20261121-3f9a1c7e --reason \"The lines cited say something else.\"",
            "  urbis submissions token add --name \"UN-Habitat, data desk\" --role curator"
        })
public final class SubmissionsCommand implements Runnable {

    private static final String EXIT_CODES = "%nExit codes:%n";

    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public SubmissionsCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "List submissions, the latest first.",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:listed, even if there are none", "2:it could not be done"})
    int list(
            @Mixin PlaceOption place,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description = "Only these: waiting, accepted, published, rejected, withdrawn, superseded.")
                    Optional<String> state)
            throws Exception {
        return place.at(where -> {
            Optional<SubmissionState> wanted = state.map(key -> SubmissionState.of(key)
                    .orElseThrow(() -> new ImpossibleException("No submission is ever \"" + key + "\"")));
            List<ShownSubmission> all = where.list(wanted);
            return tell(all.isEmpty() ? "There are none.\n" : SubmissionText.list(all));
        });
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Show a submission and all that happened to it, or its file.",
            parameterListHeading = "%nSubmission:%n",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:shown", "2:it could not be done: there is none of that id, or it is somebody else's"})
    int show(
            @Mixin PlaceOption place,
            @Parameters(paramLabel = "ID", description = "Its id; \"urbis submissions list\" lists them.") String id,
            @Option(names = "--file", description = "Show the file, byte for byte.") boolean file)
            throws Exception {
        return place.at(where -> file ? write(where.file(id)) : tell(SubmissionText.one(where.show(id))));
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Tell what accepting a submission would change, or withdrawing a published one.",
            parameterListHeading = "%nSubmission:%n",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:told; nothing was changed", "2:it could not be done: it neither waits nor is published"})
    int preview(
            @Mixin PlaceOption place,
            @Mixin WaitOption wait,
            @Parameters(paramLabel = "ID", description = "Its id.") String id)
            throws Exception {
        return place.at(where -> tell(where.preview(id, wait.patience())));
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Take a submission into the graph.",
            description = {
                "",
                "The graph as it would be is judged once more, for it may have changed. If nothing speaks against it, a"
                        + " new revision is published. With --to, nothing is decided if somebody else decided or"
                        + " published while you did.",
                ""
            },
            parameterListHeading = "%nSubmission:%n",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {
                "0:accepted and published",
                "1:the graph would have violations; nothing was decided",
                "2:it could not be done: it does not wait, somebody else is publishing, the disk is full"
            })
    int accept(
            @Mixin PlaceOption place,
            @Parameters(paramLabel = "ID", description = "Its id.") String id,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "What you say to it.")
                    String reason)
            throws Exception {
        return place.at(where -> decided(where.decide(Decision.ACCEPT, id, reason)));
    }

    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Refuse a submission, or the request to withdraw a published one.",
            parameterListHeading = "%nSubmission:%n",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:rejected", "2:it could not be done"})
    int reject(
            @Mixin PlaceOption place,
            @Parameters(paramLabel = "ID", description = "Its id.") String id,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; who sent it reads this.")
                    String reason)
            throws Exception {
        return place.at(where -> decided(where.decide(Decision.REJECT, id, reason)));
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Take a submission back, out of the graph if it is published.",
            parameterListHeading = "%nSubmission:%n",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {
                "0:withdrawn; or, if that is for a curator to do, requested",
                "1:something else in the graph refers to what it says; nothing was decided",
                "2:it could not be done"
            })
    int withdraw(
            @Mixin PlaceOption place,
            @Parameters(paramLabel = "ID", description = "Its id.") String id,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.") String reason)
            throws Exception {
        return place.at(where -> decided(where.decide(Decision.WITHDRAW, id, reason)));
    }

    @Command(
            name = "log",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Show everything that ever happened, and check that nothing was changed.",
            description = {
                "",
                "Each line of the log holds the hash of the line before it. All of them are checked, and each file"
                        + " against its checksum. The seal at the end is the hash of the last line: keep it elsewhere,"
                        + " and you can tell later whether lines were cut off.",
                ""
            },
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:everything is as it was written", "2:something was changed, or cannot be read"})
    int log(@Mixin DataOption data) throws Exception {
        return Failures.guard(spec, () -> {
            Submissions submissions = new Submissions(data.directory(), Clock.systemUTC());
            List<Event> events = submissions.verify();
            Columns columns = new Columns(
                    List.of("", "at", "event", "subject", "by", ""), true, false, false, false, false, false);
            events.forEach(event -> columns.row(
                    Long.toString(event.number()),
                    event.at().toString(),
                    event.kind().key(),
                    event.subject(),
                    event.by().name(),
                    event.detail(Event.REASON).orElse("")));
            return tell(columns + "Every line and every file is as it was written. Seal: " + submissions.seal() + "\n");
        });
    }

    private int decided(Outcome outcome) {
        outcome.submission()
                .map(SubmissionText::sentence)
                .ifPresent(sentence -> tell(outcome.report() + sentence + "\n"));
        return outcome.refused() ? Failures.FAULTS : Failures.DONE;
    }

    private int tell(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
        return Failures.DONE;
    }

    private static int write(byte[] bytes) {
        try (OutputStream out = new StandardOutput(System.out)) {
            out.write(bytes);
            return Failures.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the file", e);
        }
    }
}
