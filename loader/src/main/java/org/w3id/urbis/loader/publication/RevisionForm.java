package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.readform.AmendedForm;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.readform.ReadFormBuilder;
import org.w3id.urbis.loader.readform.UnreadableFormException;
import org.w3id.urbis.loader.statement.Steps;

/**
 * The read form of a revision: made when it is published, and made again from its store where it is missing or of an
 * earlier version of this program. Where it cannot be made, the store answers instead.
 */
public final class RevisionForm {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionForm.class);

    private RevisionForm() {}

    /**
     * Opens the read form, which is made first if need be.
     *
     * @param revision the revision
     * @return the read form, or empty if there is none and none can be made
     */
    public static Optional<ReadForm> open(Revision revision) {
        try {
            return Optional.of(ReadForm.open(revision.readForm()));
        } catch (UnreadableFormException missing) {
            LOG.warn("Making the read form of revision {} from its store: {}", revision.number(), missing.getMessage());
        }
        try {
            make(revision);
            return Optional.of(ReadForm.open(revision.readForm()));
        } catch (IOException | UncheckedIOException | UnreadableFormException cannotBeMade) {
            LOG.warn("Revision {} has no read form, its store answers instead", revision.number(), cannotBeMade);
            return Optional.empty();
        }
    }

    private static void make(Revision revision) throws IOException {
        DerivedForm.make(revision, "form", revision.readForm(), fresh -> {
            Path file = fresh.resolve(Revision.READ_FORM);
            Store.read(revision, store -> {
                ReadFormBuilder.write(store, file);
                return null;
            });
            return file;
        });
    }

    /**
     * Writes the read form of a revision that differs little from the one before it.
     *
     * @param was   the read form of that one
     * @param steps gives the steps at which rules made their statements, in the order of the read form; empty if they are
     *              not known
     * @return the read form
     * @throws UnreadableFormException if there can be none
     */
    static ReadForm amend(
            ReadForm was, Difference difference, Optional<Function<ReadForm, byte[]>> steps, Path directory)
            throws IOException {
        Path file = directory.resolve(Revision.READ_FORM);
        AmendedForm.write(was, difference.added(), difference.removed(), file);
        ReadForm form = ReadForm.open(file);
        if (steps.isPresent()) {
            Files.write(directory.resolve(Revision.STEPS), steps.get().apply(form));
        }
        return form;
    }

    /**
     * Writes the read form of a revision that is being published, if it can have one, and in its order the steps at which
     * rules made their statements.
     */
    static void write(SortedQuads sorted, Optional<Steps> steps, Path directory) throws IOException {
        byte[] ordered = new byte[steps.map(Steps::count).orElse(0)];
        int[] count = new int[1];
        try {
            ReadFormBuilder.write(sorted.statements(), sorted.order(), directory.resolve(Revision.READ_FORM), row -> {
                if (steps.isPresent() && steps.get().has(row)) {
                    ordered[count[0]++] = steps.get().of(row);
                }
            });
        } catch (UnreadableFormException hasNone) {
            LOG.warn("The revision gets no read form, its store answers instead", hasNone);
            return;
        }
        if (steps.isPresent()) {
            Files.write(directory.resolve(Revision.STEPS), ordered);
        }
    }
}
