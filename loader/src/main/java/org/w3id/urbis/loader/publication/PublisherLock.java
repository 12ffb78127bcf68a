package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two publishers apart. The operating system lets go of it when the process ends, however it ends. */
final class PublisherLock implements AutoCloseable {

    private final FileChannel channel;

    private PublisherLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws AlreadyPublishingException if another process, or this one, holds it
     * @throws PublicationException       if the lock file cannot be made
     */
    static PublisherLock take(Path data) {
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
