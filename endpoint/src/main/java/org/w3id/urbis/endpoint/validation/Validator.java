package org.w3id.urbis.endpoint.validation;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.config.ValidationConfig;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.upload.SentFile;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.GivenShapes;
import org.w3id.urbis.loader.validation.LocatedParser;
import org.w3id.urbis.loader.validation.UnusableShapesException;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Checks files in turns. Shapes that are sent may hold any regular expression; checks by them take turns of their own, so
 * that they never keep others waiting.
 */
public final class Validator {

    /** More than anybody reads; a file may well hold a hundred times as many. */
    public static final int MOST_FINDINGS = 10_000;

    /** More than any entry has, and no more than there is memory for at once. */
    public static final int MOST_STATEMENTS = 100_000;

    /** The part of the memory that judging may take: one of so many. */
    private static final int MEMORY_SHARE = 3;

    private final ValidationConfig config;
    private final Supplier<Vocabulary> vocabulary;
    private final AtomicReference<FileValidation> shipped = new AtomicReference<>();
    private final JudgingTurns turns;
    private final JudgingTurns turnsOfSentShapes;

    /**
     * Prepares to check files; nothing is read before the first one comes.
     *
     * @param config     the limits
     * @param vocabulary the words there are
     */
    public Validator(ValidationConfig config, Supplier<Vocabulary> vocabulary) {
        this.config = config;
        this.vocabulary = vocabulary;
        this.turns = new JudgingTurns(
                config.concurrent(), config.timeout(), Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        this.turnsOfSentShapes = turns.beside();
    }

    /**
     * Checks a file.
     *
     * @param data   the file
     * @param shapes whose shapes to judge by; none for those that ship
     * @return what was found
     * @throws UnusableShapesException if the shapes are not well written or SHACL does not allow them
     * @throws ProblemException        if no turn comes, or it takes too long
     */
    public ValidationResult validate(SentFile data, Collection<SentFile> shapes) {
        long bytes = data.content().length
                + shapes.stream().mapToLong(file -> file.content().length).sum();
        return (shapes.isEmpty() ? turns : turnsOfSentShapes).take(bytes, () -> validation(shapes)
                .atMost(MOST_FINDINGS, MOST_STATEMENTS)
                .validate(data.name(), data.format(), data.content()));
    }

    /** The turns for files that are judged by the shapes that ship, for whoever judges them. */
    public JudgingTurns turns() {
        return turns;
    }

    /** The most bytes that a file may have. */
    public int fileBytes() {
        return config.fileBytes();
    }

    private FileValidation validation(Collection<SentFile> shapes) {
        if (shapes.isEmpty()) {
            return shipped();
        }
        LocatedParser parser = new LocatedParser(Map.of(), config.fileBytes());
        return FileValidation.by(GivenShapes.of(shapes.stream()
                .map(file -> parser.parse(file.name(), file.format(), file.content()))
                .toList()));
    }

    /** Made when the first file comes: a server that checks none does not hold the shapes in memory. */
    private FileValidation shipped() {
        synchronized (shipped) {
            if (shipped.get() == null) {
                shipped.set(FileValidation.alone(ShapeLibrary.forParts(), vocabulary.get()));
            }
            return shipped.get();
        }
    }
}
