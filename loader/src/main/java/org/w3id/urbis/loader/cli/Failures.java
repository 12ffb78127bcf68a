package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.query.QueryException;
import org.w3id.urbis.loader.publication.AlreadyPublishingException;
import org.w3id.urbis.loader.publication.DamagedDataException;
import org.w3id.urbis.loader.publication.PublicationException;
import org.w3id.urbis.loader.publication.UnknownRevisionException;
import org.w3id.urbis.loader.source.AmbiguousFileException;
import org.w3id.urbis.loader.source.UnknownSourceException;
import org.w3id.urbis.loader.source.UnreadableSourceException;
import org.w3id.urbis.loader.submission.ConflictException;
import org.w3id.urbis.loader.submission.DamagedLogException;
import org.w3id.urbis.loader.submission.NotPermittedException;
import org.w3id.urbis.loader.submission.UnknownSubmissionException;
import org.w3id.urbis.loader.submission.UnwritableException;
import org.w3id.urbis.loader.validation.FileTooLargeException;
import org.w3id.urbis.loader.validation.UnknownFormatException;
import org.w3id.urbis.queries.ParameterException;
import org.w3id.urbis.queries.UnusableQueryException;
import org.w3id.urbis.shapes.IllFormedShapesException;
import org.w3id.urbis.shapes.UnreadableShapesException;
import picocli.CommandLine.Model.CommandSpec;

/** Turns what can go wrong outside the data into one line for the user and an exit code. */
final class Failures {

    static final int DONE = 0;
    static final int FAULTS = 1;
    static final int IMPOSSIBLE = 2;

    private Failures() {}

    /** Runs a command; what it throws of its own accord is told on standard error. Anything else is a fault of ours. */
    static int guard(CommandSpec spec, Callable<Integer> command) throws Exception {
        return guard(spec.name(), spec.commandLine().getErr(), command);
    }

    /** Runs a command of some name in the same way. */
    static int guard(String name, PrintWriter err, Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (UnknownSourceException
                | AmbiguousFileException
                | UnreadableSourceException
                | AlreadyPublishingException
                | PublicationException
                | DamagedDataException
                | UnknownRevisionException
                | ParameterException
                | UnusableQueryException
                | ImpossibleException
                | QueryException
                | UnknownFormatException
                | FileTooLargeException
                | UnreadableShapesException
                | IllFormedShapesException
                | DBOpEnvException
                | DamagedLogException
                | UnwritableException
                | UnknownSubmissionException
                | ConflictException
                | NotPermittedException
                | UncheckedIOException e) {
            err.println("urbis " + name + ": " + words(e));
            err.flush();
            return IMPOSSIBLE;
        }
    }

    private static String words(RuntimeException failure) {
        String words = String.valueOf(failure.getMessage());
        Throwable cause = failure.getCause();
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + ": " + Objects.requireNonNullElse(missing.getReason(), "there is no such file");
        }
        return cause instanceof IOException && cause.getMessage() != null && !words.contains(cause.getMessage())
                ? words + " (" + cause.getMessage() + ")"
                : words;
    }
}
