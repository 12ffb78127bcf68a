package org.w3id.urbis.loader.cli;

import java.nio.file.Path;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import picocli.CommandLine.Option;

/** The data directory, as an option of several commands. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:URBIS_DATA:-${sys:urbis.home:-.}/data}",
            description = "The data directory. Default: the setting URBIS_DATA, or else data in the program's folder.")
    private Path data;

    Path directory() {
        return data;
    }

    Revisions revisions() {
        return new Revisions(data);
    }

    /** The revision of a number, or the current one for 0. */
    Revision revision(long number) {
        if (number != 0) {
            return revisions().list().stream()
                    .filter(revision -> revision.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new ImpossibleException("There is no revision " + number + " in " + data
                            + ". \"urbis revisions\" lists those there are."));
        }
        return revisions()
                .current()
                .orElseThrow(() -> new ImpossibleException(
                        "Nothing is published in " + data + " yet. \"urbis load\" publishes the sources that ship."));
    }
}
