package org.w3id.urbis.endpoint.validation;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.config.ValidationConfig;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.upload.SentFile;
import org.w3id.urbis.loader.validation.FileValidation;
import org.w3id.urbis.loader.validation.GivenShapes;
import org.w3id.urbis.loader.validation.LocatedParser;
import org.w3id.urbis.loader.validation.UnusableShapesException;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Checks files, so many at a time and each so long.
 *
 * <p>A check that is over its time is told to stop. Until it does, as when it is within a regular expression, it keeps its
 * turn, so that however many such files come, they never take more than their share of the processors. Shapes that are sent
 * may hold any regular expression; checks by them take turns of their own, so that they never keep others waiting.
 */
public final class Validator {

    /** More than anybody reads; a file may well hold a hundred times as many. */
    private static final int MOST_FINDINGS = 10_000;

    /** More than any entry has, and no more than there is memory for at once. */
    private static final int MOST_STATEMENTS = 100_000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final ValidationConfig config;
    private final Supplier<Vocabulary> vocabulary;
    private final AtomicReference<FileValidation> shipped = new AtomicReference<>();
    private final Semaphore turns;
    private final Semaphore turnsOfSentShapes;

    /**
     * Prepares to check files; nothing is read before the first one comes.
     *
     * @param config     the limits
     * @param vocabulary the words there are
     */
    public Validator(ValidationConfig config, Supplier<Vocabulary> vocabulary) {
        this.config = config;
        this.vocabulary = vocabulary;
        this.turns = new Semaphore(config.concurrent(), true);
        this.turnsOfSentShapes = new Semaphore(config.concurrent(), true);
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
        return inTurn(shapes.isEmpty() ? turns : turnsOfSentShapes, () -> validation(shapes)
                .atMost(MOST_FINDINGS, MOST_STATEMENTS)
                .validate(data.name(), data.format(), data.content()));
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

    private ValidationResult inTurn(Semaphore turns, Callable<ValidationResult> check) {
        takeTurn(turns);
        FutureTask<ValidationResult> task = new FutureTask<>(() -> {
            try {
                return check.call();
            } finally {
                turns.release();
            }
        });
        // A thread of its own, and no virtual one: judging never waits, and needs a deep stack.
        Thread thread = Thread.ofPlatform().daemon().name("validation").start(task);
        try {
            return task.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw Problem.of(
                            ProblemType.VALIDATION_TIMEOUT,
                            "The check was not done within " + config.timeout().toSeconds() + " seconds.")
                    .exception(e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException foreseen -> throw foreseen;
                case Error grave -> throw grave;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static void takeTurn(Semaphore turns) {
        try {
            if (turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    private static ProblemException busy() {
        return Problem.of(ProblemType.BUSY, "No turn came within " + LONGEST_WAIT.toSeconds() + " seconds.")
                .exception();
    }
}
