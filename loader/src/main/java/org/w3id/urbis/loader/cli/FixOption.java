package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3id.urbis.loader.publication.DurableFiles;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Mending;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.ValidationResult;
import picocli.CommandLine.Option;

/** Whether to mend what a validation finds, and where the mended text goes. */
final class FixOption {

    @Option(
            names = "--fix",
            description = "Make the fixes for which nobody has to decide, in the files themselves, and report what is"
                    + " left. What is only proposed is left alone; so are tables.")
    private boolean wanted;

    @Option(
            names = {"-o", "--fixed"},
            paramLabel = "FILE",
            description = "With --fix and one file: write the mended text to this file, and leave the other alone.")
    private Path fixed;

    boolean isWanted() {
        return wanted || fixed != null;
    }

    /**
     * Mends files, says what was done, and judges them as they are now.
     *
     * @throws ImpossibleException if the mended text of several files is to go to one
     */
    ValidationResult mend(FileValidation validation, List<Path> files, Locale language, PrintWriter out) {
        if (fixed != null && files.size() != 1) {
            throw new ImpossibleException("--fixed takes the text of one file, and there are " + files.size());
        }
        Mending mending = Mending.of(validation, contents(files));
        for (Path file : files) {
            String mended = mending.texts().get(file.toString());
            if (mended != null) {
                write(file, mended);
            } else if (fixed != null) {
                copy(file);
            }
        }
        Messages messages = Messages.in(language);
        for (Finding finding : mending.fixed()) {
            out.println(finding.file() + ":" + finding.line() + ":" + finding.column() + ": "
                    + messages.text(finding.fix().orElseThrow().wording()));
        }
        out.println(
                mending.fixed().size() == 1
                        ? "1 fix was made."
                        : mending.fixed().size() + " fixes were made.");
        return mending.result();
    }

    private static Map<String, byte[]> contents(List<Path> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                contents.put(file.toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return contents;
    }

    private void copy(Path file) {
        try {
            Files.copy(file, fixed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + fixed, e);
        }
    }

    /** Writes the whole text or nothing: beside the file first, and then in its place. */
    private void write(Path file, String text) {
        Path target = fixed == null ? file : fixed;
        try {
            // What a link leads to is mended, not the link.
            Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            Path fresh = Files.createTempFile(place.getParent(), place.getFileName() + ".", ".fixed");
            try {
                Files.writeString(fresh, text, StandardCharsets.UTF_8);
                keepPermissions(file, fresh);
                DurableFiles.sync(fresh);
                DurableFiles.move(fresh, place);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }

    private static void keepPermissions(Path of, Path to) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(of));
        }
    }
}
