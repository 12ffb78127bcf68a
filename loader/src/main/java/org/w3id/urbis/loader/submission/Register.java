package org.w3id.urbis.loader.submission;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The log of a data directory and what it adds up to, for any number of threads and processes: whoever reads sees all that
 * was written, and one at a time writes.
 */
final class Register {

    private static final String LOG = "log.jsonl";

    private final Path root;
    private final EventLog log;
    private final SubmissionFolders folders;
    private final OneWriter writer;
    private final Ledger ledger = new Ledger();
    private boolean tidy;

    Register(Path root, SubmissionFolders folders) {
        this.root = root;
        this.log = new EventLog(root.resolve(LOG));
        this.folders = folders;
        this.writer = new OneWriter(root);
    }

    /**
     * Reads what all events up to now add up to.
     *
     * @throws DamagedLogException if the log is not what was written
     */
    synchronized <T> T reading(Function<Ledger, T> reading) {
        refresh();
        return reading.apply(ledger);
    }

    /**
     * Does something with nothing able to change the log meanwhile.
     *
     * @throws UnwritableException if the disk refuses
     * @throws DamagedLogException if the log is not what was written
     */
    synchronized <T> T writing(Function<Ledger, T> work) {
        return writer.exclusively(() -> {
            refresh();
            tidyUp();
            return work.apply(ledger);
        });
    }

    /** Adds an event to the log, within {@link #writing}; it is on the disk when this returns, or has not happened. */
    Event enter(Event event) {
        Event entered = log.add(event);
        ledger.enter(entered);
        return entered;
    }

    /**
     * A submission as it is, within {@link #writing}.
     *
     * @throws UnknownSubmissionException if there is none
     */
    Submission known(String id) {
        return ledger.find(id).orElseThrow(() -> new UnknownSubmissionException(id));
    }

    /** The hash of the last line. */
    synchronized String seal() {
        refresh();
        return log.last();
    }

    /** The number of the last event; 0 if nothing has happened yet. */
    synchronized long lastEvent() {
        refresh();
        return log.number();
    }

    /**
     * Reads the whole log anew and holds every line against the one before it, and every file against its checksum.
     *
     * @throws DamagedLogException if anything is not what was written
     */
    List<Event> verify() {
        List<Event> events = new EventLog(root.resolve(LOG)).more();
        Ledger fresh = new Ledger();
        events.forEach(fresh::enter);
        fresh.list().forEach(folders::read);
        return events;
    }

    private void refresh() {
        log.more().forEach(ledger::enter);
    }

    /** Once in the life of this object: what a process that was cut off has left is removed, or entered if it is whole. */
    private void tidyUp() {
        if (!tidy) {
            folders.clean();
            for (String id : folders.ids()) {
                if (ledger.find(id).isEmpty()) {
                    enter(folders.receipt(id));
                }
            }
            tidy = true;
        }
    }
}
