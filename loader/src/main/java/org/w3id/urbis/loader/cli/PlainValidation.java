package org.w3id.urbis.loader.cli;

import java.util.List;

/** {@code urbis validate FILE…} as a program of its own, which the launcher starts where there are no options. */
public final class PlainValidation {

    private PlainValidation() {}

    /**
     * Validates files and ends the process with the exit code of the command.
     *
     * @param files files and folders
     * @throws Exception if it fails in a way that nobody foresaw
     */
    public static void main(String[] files) throws Exception {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", PlainLog.class.getName());
        // Jena would look for a table of other places of files, in the folder that the user happens to be in and in
        // every
        // jar. A list without a name in it is the way to say that there is none.
        System.setProperty("LocationMap", ";");
        // What Jena asks for parsers of XML and for engines of scripts, the JDK has; to see whether a jar has another,
        // all of them would be opened.
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        int exitCode = ValidateCommand.ofFiles(List.of(files));
        // Nothing is left to be tidied up, and to exit Java looks through every jar for somebody to log it.
        Runtime.getRuntime().halt(exitCode);
    }
}
