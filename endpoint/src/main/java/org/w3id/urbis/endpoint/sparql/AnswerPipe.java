package org.w3id.urbis.endpoint.sparql;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * Passes the bytes of an answer from the thread that makes it to the one that sends it, a few pieces ahead at most, so
 * that a reader who is slow slows the making down and nothing piles up.
 */
final class AnswerPipe implements AutoCloseable {
    private static final int MOST_PIECES = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> pieces = new ArrayDeque<>(MOST_PIECES);
    private boolean ended;
    private boolean unwanted;
    private Problem failure;

    /** Whether a piece put now would have to wait for the reader. */
    boolean isFull() {
        lock.lock();
        try {
            return pieces.size() >= MOST_PIECES && !unwanted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts a piece, waiting for room.
     *
     * @throws IOException if the reader has gone
     */
    void put(byte[] piece) throws IOException {
        lock.lock();
        try {
            while (pieces.size() >= MOST_PIECES && !unwanted) {
                changed.awaitUninterruptibly();
            }
            if (unwanted) {
                throw new IOException("Nobody reads the answer any more");
            }
            pieces.add(piece);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the answer with its last piece, for which there is always room. */
    void end(byte[] last) {
        lock.lock();
        try {
            pieces.add(last);
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the answer as one that failed, whatever has been put before. */
    void fail(Problem problem) {
        lock.lock();
        try {
            failure = problem;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next piece.
     *
     * @return the piece, or empty after the last one
     * @throws ProblemException if the answer failed
     */
    Optional<byte[]> next() {
        lock.lock();
        try {
            while (pieces.isEmpty() && !ended) {
                changed.awaitUninterruptibly();
            }
            if (failure != null) {
                throw failure.exception();
            }
            Optional<byte[]> piece = Optional.ofNullable(pieces.poll());
            changed.signalAll();
            return piece;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all that will ever come has been taken. */
    boolean isDrained() {
        lock.lock();
        try {
            return ended && failure == null && pieces.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Tells whoever makes the answer that nobody reads it any more. */
    @Override
    public void close() {
        lock.lock();
        try {
            unwanted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
