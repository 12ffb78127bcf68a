package org.w3id.urbis.endpoint;

import org.w3id.urbis.endpoint.cli.ServeCommand;
import org.w3id.urbis.loader.cli.ValidateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code urbis}: all commands, those of the loader and {@code serve}. */
@Command(name = "urbis", mixinStandardHelpOptions = true, subcommands = {ServeCommand.class, ValidateCommand.class, CommandLine.HelpCommand.class},
        description = "A linked open graph of cities, their networks, and what they promised.")
public final class EndpointMain {
    private EndpointMain() {
    }

    /**
     * Runs a command and ends the process with its exit code: 0 done, 1 the data has faults, 2 it could not be done.
     *
     * @param arguments command and options
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EndpointMain()).execute(arguments));
    }
}
