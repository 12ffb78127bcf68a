package org.w3id.urbis.loader.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.submission.Token;
import org.w3id.urbis.loader.submission.Tokens;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urbis submissions token}: who may hand in and decide. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Hand out tokens, list them, make them worthless.",
        description = {
            "",
            "A token is shown once, when it is made; only a salted hash of it is kept. A server takes notice at once.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  urbis submissions token add --name \"Energy Cities, secretariat\" --role submitter",
            "  urbis submissions token list",
            "  urbis submissions token revoke 1c9e04d2"
        })
final class TokenCommand implements Runnable {

    private static final String EXIT_CODES = "%nExit codes:%n";

    @Spec
    private CommandSpec spec;

    TokenCommand() {
        // Nothing to set up: picocli fills the fields.
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Make a token and show it, this once.",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:made", "2:it could not be done"})
    int add(
            @Mixin DataOption data,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            required = true,
                            description = "Who it is for: published with what they hand in or accept, so better the"
                                    + " name of an office than of a person.")
                    String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            required = true,
                            description = "submitter: may hand in; curator: may also see everything and decide.")
                    String role)
            throws Exception {
        return told(data, tokens -> {
            Role given = Role.of(role)
                    .orElseThrow(() -> new ImpossibleException("The role is submitter or curator, not " + role));
            if (name.isBlank()) {
                throw new ImpossibleException("A token needs the name of who it is for");
            }
            Tokens.Fresh fresh = tokens.add(name, given, Actor.ofThisProcess());
            return fresh.text() + "\n";
        });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "List who has a token.",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:listed, even if there are none", "2:it could not be done"})
    int list(@Mixin DataOption data) throws Exception {
        return told(data, tokens -> {
            Columns columns = new Columns(List.of("token", "role", "made", "name"), false, false, false, false);
            List<Token> all = tokens.list();
            all.forEach(token ->
                    columns.row(token.id(), token.role().key(), token.created().toString(), token.name()));
            return all.isEmpty() ? "Nobody has a token.\n" : columns.toString();
        });
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "Make a token worthless.",
            parameterListHeading = "%nToken:%n",
            optionListHeading = "%nOptions:%n",
            exitCodeListHeading = EXIT_CODES,
            exitCodeList = {"0:it counts no more", "2:it could not be done: there is none of that id"})
    int revoke(
            @Mixin DataOption data,
            @Parameters(paramLabel = "ID", description = "Its id, the part after urbis_.") String id)
            throws Exception {
        return told(data, tokens -> tokens.revoke(id, Actor.ofThisProcess())
                .map(token -> "The token of " + token.name() + " counts no more.\n")
                .orElseThrow(() -> new ImpossibleException("There is no token " + id)));
    }

    private int told(DataOption data, TokenWork work) throws Exception {
        Callable<Integer> telling = () -> {
            Submissions submissions = new Submissions(data.directory(), Clock.systemUTC());
            spec.commandLine().getOut().print(work.on(new Tokens(data.directory(), submissions)));
            spec.commandLine().getOut().flush();
            return Failures.DONE;
        };
        return Failures.guard(spec, telling);
    }

    /** What is done with tokens, and told. */
    @FunctionalInterface
    private interface TokenWork {
        String on(Tokens tokens);
    }
}
