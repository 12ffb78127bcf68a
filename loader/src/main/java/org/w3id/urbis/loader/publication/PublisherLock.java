package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Keeps two publishers apart. Who holds it may read what is current, make something of it and publish that, without
 * anybody publishing in between. The operating system lets go of it when the process ends, however it ends.
 */
public final class PublisherLock implements AutoCloseable {

    /** Other processes cannot be waited for but by asking again. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final FileChannel channel;

    private PublisherLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param data the data directory; made if there is none
     * @return the lock, to be closed
     * @throws AlreadyPublishingException if another process, or this one, holds it
     * @throws PublicationException       if the lock file cannot be made
     */
    public static PublisherLock take(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel = FileChannel.open(
                    data.resolve("publisher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new AlreadyPublishingException(data);
            }
            return new PublisherLock(channel);
        } catch (IOException e) {
            throw new PublicationException("Cannot write to the data directory " + data, e);
        }
    }

    /**
     * Takes the lock, waiting for whoever holds it.
     *
     * @param data     the data directory; made if there is none
     * @param patience how long to wait at most
     * @return the lock, to be closed
     * @throws AlreadyPublishingException if somebody held it all that time, or waiting was interrupted
     * @throws PublicationException       if the lock file cannot be made
     */
    public static PublisherLock take(Path data, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return take(data);
            } catch (AlreadyPublishingException held) {
                if (System.nanoTime() - end >= 0 || !pause()) {
                    throw held;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            // Released with the channel.
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PublicationException("Cannot release the lock of the data directory", e);
        }
    }
}
