package org.w3id.urbis.endpoint;

import java.util.Arrays;
import java.util.Objects;
import org.w3id.urbis.endpoint.cli.ServeCommand;
import org.w3id.urbis.loader.cli.BackupCommand;
import org.w3id.urbis.loader.cli.ExportCommand;
import org.w3id.urbis.loader.cli.LoadCommand;
import org.w3id.urbis.loader.cli.PlainValidation;
import org.w3id.urbis.loader.cli.QueryCommand;
import org.w3id.urbis.loader.cli.RestoreCommand;
import org.w3id.urbis.loader.cli.RevisionsCommand;
import org.w3id.urbis.loader.cli.RollbackCommand;
import org.w3id.urbis.loader.cli.SourcesCommand;
import org.w3id.urbis.loader.cli.SubmissionsCommand;
import org.w3id.urbis.loader.cli.SubmitCommand;
import org.w3id.urbis.loader.cli.TemplateCommand;
import org.w3id.urbis.loader.cli.ValidateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code urbis}: the commands of the loader, and {@code serve}. */
@Command(
        name = "urbis",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "A linked open graph of cities, their networks, and what they promised.",
        subcommands = {
            ServeCommand.class,
            LoadCommand.class,
            SourcesCommand.class,
            ValidateCommand.class,
            TemplateCommand.class,
            SubmitCommand.class,
            SubmissionsCommand.class,
            QueryCommand.class,
            ExportCommand.class,
            RevisionsCommand.class,
            RollbackCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {"", "\"urbis COMMAND --help\" says more about a command."})
public final class EndpointMain {
    private EndpointMain() {}

    /**
     * Runs a command and ends the process with its exit code: 0 done, 1 the data has faults, 2 it could not be done.
     *
     * @param arguments command and options
     * @throws Exception if a command fails in a way that nobody foresaw
     */
    public static void main(String[] arguments) throws Exception {
        if (isPlainValidation(arguments)) {
            PlainValidation.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            System.exit(execute(arguments));
        }
    }

    static CommandLine program() {
        CommandLine program = new CommandLine(new EndpointMain()).setCaseInsensitiveEnumValuesAllowed(true);
        tellVersion(program);
        return program;
    }

    /** What is asked most often, {@code validate} with names of files alone, needs neither options nor a log file. */
    static boolean isPlainValidation(String[] arguments) {
        return arguments.length > 1
                && arguments[0].equals("validate")
                && Arrays.stream(arguments).noneMatch(word -> word.startsWith("-") || word.startsWith("@"));
    }

    private static int execute(String[] arguments) {
        return program().execute(arguments);
    }

    private static void tellVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(EndpointMain::version);
        command.getSubcommands().values().forEach(EndpointMain::tellVersion);
    }

    /** The jar's manifest knows the version; classes that lie in a folder, as in tests, have none. */
    private static String[] version() {
        String version = EndpointMain.class.getPackage().getImplementationVersion();
        return new String[] {"urbis " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
