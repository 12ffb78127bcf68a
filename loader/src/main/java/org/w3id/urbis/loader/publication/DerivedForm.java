package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes anew what was deleted beside a published revision and can be derived from it. It is written aside and appears in one
 * step; of several processes that make the same, one wins, and all of them made equal files.
 */
final class DerivedForm {

    private static final Pattern UNFINISHED = Pattern.compile("(names|form|dumps)-([0-9]{1,18})-.*");

    private DerivedForm() {}

    /** Writes it. */
    @FunctionalInterface
    interface Making {
        /**
         * Writes it into an empty directory.
         *
         * @return what is to be moved: the directory, or a file in it
         */
        Path writeInto(Path fresh) throws IOException;
    }

    /**
     * Makes it.
     *
     * @param revision beside which
     * @param kind     what: {@code names}, {@code form} or {@code dumps}
     * @param target   where it is to be; what is there is replaced, but no directory by a file
     * @throws IOException if the disk refuses
     */
    static void make(Revision revision, String kind, Path target, Making making) throws IOException {
        removeAbandoned(revision.directory());
        Path fresh = Files.createTempDirectory(
                revision.directory(), kind + "-" + ProcessHandle.current().pid() + "-");
        try {
            Path made = making.writeInto(fresh);
            if (Files.isDirectory(made) && Files.isDirectory(target)) {
                DurableFiles.remove(target);
            }
            DurableFiles.move(made, target);
        } catch (FileSystemException madeByAnother) {
            if (!Files.exists(target)) {
                throw madeByAnother;
            }
        } finally {
            if (Files.exists(fresh)) {
                DurableFiles.remove(fresh);
            }
        }
    }

    /** Removes what processes left behind that ended while they made something. */
    private static void removeAbandoned(Path directory) throws IOException {
        List<Path> abandoned;
        try (Stream<Path> entries = Files.list(directory)) {
            abandoned = entries.filter(DerivedForm::isAbandoned).toList();
        }
        for (Path leftover : abandoned) {
            DurableFiles.remove(leftover);
        }
    }

    private static boolean isAbandoned(Path entry) {
        Matcher unfinished = UNFINISHED.matcher(entry.getFileName().toString());
        return unfinished.matches()
                && ProcessHandle.of(Long.parseLong(unfinished.group(2))).isEmpty();
    }
}
