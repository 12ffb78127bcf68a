package org.w3id.urbis.loader.submission;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.w3id.urbis.loader.publication.DurableFiles;

/** Lets one thread of one process at a time write into a folder. */
final class OneWriter {

    /** File locks are held by processes: this one keeps the threads of this process apart, for a few milliseconds. */
    private static final ReentrantLock OF_THIS_PROCESS = new ReentrantLock();

    private final Path folder;

    OneWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Does work that nobody else does meanwhile; makes the folder if it is not there.
     *
     * @throws UnwritableException if the disk refuses
     */
    <T> T exclusively(Supplier<T> work) {
        OF_THIS_PROCESS.lock();
        try {
            prepare();
            try (FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Given back when the channel is closed, or the process ends, however it ends.
                channel.lock();
                return work.get();
            }
        } catch (IOException e) {
            throw new UnwritableException("Cannot write to " + folder, e);
        } finally {
            OF_THIS_PROCESS.unlock();
        }
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            DurableFiles.sync(folder.toAbsolutePath().getParent());
        }
    }
}
