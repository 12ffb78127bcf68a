package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.w3id.urbis.loader.source.SourceFile;

/** Files that the user names by path or address. What has an address is fetched: the one occasion on which a load does so. */
final class GivenFile {

    /** How many folders deep a folder is looked through. */
    private static final int DEPTH = 4;

    private GivenFile() {}

    /**
     * Finds or fetches a file.
     *
     * @param pathOrAddress a path, or an address of http or https
     * @param downloads     the folder for what is fetched
     * @param err           is told how far it has got
     * @throws ImpossibleException if there is none, or it cannot be fetched
     */
    static SourceFile of(String pathOrAddress, Path downloads, PrintWriter err) {
        String lower = pathOrAddress.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return new Download(pathOrAddress, downloads, err).fetch();
        }
        Path path = Path.of(pathOrAddress);
        if (!Files.isRegularFile(path)) {
            throw new ImpossibleException("There is no file " + pathOrAddress);
        }
        return SourceFile.at(path);
    }

    /**
     * Lists the files of a folder and of those in it.
     *
     * @throws ImpossibleException if there is no such folder, or it cannot be read
     */
    static List<SourceFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ImpossibleException("There is no folder " + folder);
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(SourceFile::at)
                    .toList());
        } catch (IOException e) {
            throw new ImpossibleException("Cannot read the folder " + folder, e);
        }
    }
}
