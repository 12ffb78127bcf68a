package org.w3id.urbis.loader.validation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sys.JenaSystem;
import org.w3id.urbis.shapes.Beside;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Validates files in a process that was started for that: everything has to be made ready, and most of it is used once.
 *
 * <p>So there are two threads. While one starts Jena and reads the files, the other makes ready what of Java takes long,
 * reads the shapes and their queries; then both judge.
 */
public final class SoleValidation {

    private final ThreadPoolExecutor second;
    private final Beside beside;

    private SoleValidation(ThreadPoolExecutor second) {
        this.second = second;
        this.beside = new Beside(second);
    }

    /**
     * Validates files on disk by themselves, by what ships.
     *
     * @param files the files; the endings of their names tell the formats
     * @return what was found; see {@link FileValidation#validate(Collection)} for what is thrown
     */
    public static ValidationResult of(Collection<Path> files) {
        ThreadPoolExecutor second =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "second");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            return new SoleValidation(second).validate(files);
        } finally {
            // What nobody waits for any longer need not be done.
            second.getQueue().clear();
            second.shutdown();
        }
    }

    private ValidationResult validate(Collection<Path> files) {
        second.submit(SoleValidation::readyJava);
        // Two threads that start Jena at the same time may wait for each other for ever. So may one that uses a kind of
        // value first and one that uses values first, of which each kind is made.
        JenaSystem.init();
        NodeValue.TRUE.asNode();
        Supplier<ShapeLibrary> shapes = beside.start(ShapeLibrary::forParts);
        second.submit(() -> shapes.get().prepare(this::isIdle));
        Vocabulary vocabulary = Vocabulary.shipped();
        LocatedParser parser = LocatedParser.of(vocabulary);
        List<LocatedFile> read = files.stream().map(parser::parse).toList();
        return FileValidation.alone(shapes.get(), vocabulary, beside).judge(read);
    }

    /** Whether the second thread has nothing to do but what it does. */
    private boolean isIdle() {
        return second.getQueue().isEmpty();
    }

    /** Uses for the first time what validating uses and Java takes long to begin with; nothing of it is Jena's. */
    private static void readyJava() {
        // Jena needs this first, and Java looks through all jars for it.
        System.getLogger(SoleValidation.class.getName());
        BigDecimal.valueOf(1);
        UUID.randomUUID();
        Messages.english();
    }
}
