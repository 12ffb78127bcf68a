package org.w3id.urbis.benchmark.load.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.w3id.urbis.benchmark.load.SyntheticSource;

/** Writes a synthetic source folder. */
public final class Generate {

    private Generate() {}

    /**
     * Runs it.
     *
     * @param arguments a folder of source folders, and how many statements there are to be
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        SyntheticSource.write(Path.of(arguments[0]), Long.parseLong(arguments[1]))
                .forEach(System.out::println);
    }
}
