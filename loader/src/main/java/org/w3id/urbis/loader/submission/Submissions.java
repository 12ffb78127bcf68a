package org.w3id.urbis.loader.submission;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.urbis.loader.submission.Event.Kind;

/**
 * The submissions of a data directory.
 *
 * <p>Any number of threads and processes may use one directory. Whoever reads sees everything that had happened when they
 * asked. What is written is on the disk when the call returns, or has not happened.
 */
public final class Submissions {

    private final Clock clock;
    private final SubmissionFolders folders;
    private final Register register;

    /**
     * Looks into a data directory.
     *
     * @param data  its path; it need not exist
     * @param clock tells when something happens
     */
    public Submissions(Path data, Clock clock) {
        Path root = data.resolve("submissions");
        this.clock = clock;
        this.folders = new SubmissionFolders(root);
        this.register = new Register(root, folders);
    }

    /**
     * Lists all submissions.
     *
     * @return the submissions in the order in which they came
     * @throws DamagedLogException if the log is not what was written
     */
    public List<Submission> list() {
        return register.reading(Ledger::list);
    }

    /**
     * Finds a submission.
     *
     * @param id its id
     * @return the submission as it is now; empty if there is none
     * @throws DamagedLogException if the log is not what was written
     */
    public Optional<Submission> find(String id) {
        return register.reading(ledger -> ledger.find(id));
    }

    /**
     * Finds a submission that has to be there.
     *
     * @param id its id
     * @return the submission as it is now
     * @throws UnknownSubmissionException if there is none
     * @throws DamagedLogException        if the log is not what was written
     */
    public Submission submission(String id) {
        return find(id).orElseThrow(() -> new UnknownSubmissionException(id));
    }

    /**
     * Lists what a submission corrects: the one it names, the one that one names, and so on.
     *
     * @param submission the submission
     * @return the earlier ones as they are now, the latest first; empty if it corrects none
     * @throws DamagedLogException if the log is not what was written
     */
    public List<Submission> corrected(Submission submission) {
        return register.reading(ledger -> ledger.corrected(submission));
    }

    /**
     * Tells whether a process died between a decision and its publication.
     *
     * @return true if something was accepted or withdrawn and no revision has followed
     * @throws DamagedLogException if the log is not what was written
     */
    public boolean hasUnpublished() {
        return register.reading(Ledger::hasUnpublished);
    }

    /**
     * The file as it was sent.
     *
     * @param submission the submission
     * @return its bytes
     * @throws DamagedLogException if they are not those that came
     */
    public byte[] file(Submission submission) {
        return folders.file(submission);
    }

    /**
     * What the graph holds of a submission: the file, or of a table what was read from it.
     *
     * @param submission the submission
     * @return the bytes of a file of RDF, whose name is {@link Submission#readName}
     * @throws DamagedLogException if they are not those that were kept
     */
    public byte[] read(Submission submission) {
        return folders.read(submission);
    }

    /** Where the file lies that a load reads. */
    Path path(Submission submission) {
        return folders.path(submission);
    }

    /**
     * What the validation found when the file came.
     *
     * @param submission the submission
     * @return the report, as JSON
     * @throws DamagedLogException if it cannot be read
     */
    public String report(Submission submission) {
        return folders.report(submission.id());
    }

    /**
     * Keeps a file. If the same person sent the same file before and it still waits, nothing new is kept.
     *
     * @param entry what came
     * @param by    who sent it
     * @return the submission, safe on the disk; an earlier one if the file was sent twice
     * @throws UnknownSubmissionException if it corrects what is not there
     * @throws NotPermittedException      if it corrects what somebody else sent
     * @throws ConflictException          if it corrects what is there no more
     * @throws UnwritableException        if the disk refuses; then nothing was kept
     */
    public Submission receive(Entry entry, Actor by) {
        return register.writing(ledger -> {
            entry.corrects().map(register::known).ifPresent(earlier -> Corrections.check(earlier, by));
            String sha256 = Sha256.of(entry.content());
            Optional<Submission> sentTwice = ledger.list().stream()
                    .filter(earlier -> earlier.state() == SubmissionState.WAITING
                            && earlier.submitter().isSame(by)
                            && earlier.corrects().equals(entry.corrects())
                            && earlier.receipt().detail(Event.SHA256).orElse("").equals(sha256))
                    .findFirst();
            return sentTwice.orElseGet(() -> keep(entry, by, sha256));
        });
    }

    private Submission keep(Entry entry, Actor by, String sha256) {
        Event receipt = new Event(0, now(), Kind.RECEIVED, folders.freshId(clock.instant()), by, entry.details(sha256));
        folders.write(receipt, entry);
        try {
            return register.known(register.enter(receipt).subject());
        } catch (UnwritableException e) {
            folders.discard(receipt.subject());
            throw e;
        }
    }

    /**
     * Prepares an event, which has not happened yet.
     *
     * @param kind   what is to happen
     * @param id     to which submission
     * @param by     who does it
     * @param reason why; blank if they do not say
     * @return the event, at this time and without a number
     */
    public Event draft(Kind kind, String id, Actor by, String reason) {
        Map<String, String> details = reason.isBlank() ? Map.of() : Map.of(Event.REASON, reason.strip());
        return new Event(0, now(), kind, id, by, details);
    }

    /**
     * Writes down what happens to a submission.
     *
     * @param event     what happens
     * @param condition is given the submission as it is, with nothing able to change it before the line is written, and
     *                  throws if it may not happen
     * @return the submission as it is then
     * @throws UnknownSubmissionException if there is none
     * @throws UnwritableException        if the disk refuses; then nothing happened
     */
    public Submission decide(Event event, Consumer<Submission> condition) {
        return register.writing(ledger -> {
            condition.accept(register.known(event.subject()));
            register.enter(event);
            return register.known(event.subject());
        });
    }

    /**
     * Writes down that a revision is current that holds what was accepted until now and nothing that was withdrawn, unless
     * that is known.
     *
     * @param revision its number
     * @param hash     the hash of its content
     * @param by       who published it
     * @throws UnwritableException if the disk refuses; then it is written down by the next publication
     */
    public void published(long revision, String hash, Actor by) {
        register.writing(ledger -> {
            if (ledger.hasUnpublished()) {
                register.enter(
                        new Event(0, now(), Kind.PUBLISHED, Long.toString(revision), by, Map.of(Event.HASH, hash)));
            }
            return revision;
        });
    }

    /** Writes down that a token comes or goes, and lets it do so before anybody else can write. */
    void token(Kind kind, String id, Actor by, Map<String, String> details, Runnable change) {
        register.writing(ledger -> {
            Event event = register.enter(new Event(0, now(), kind, id, by, details));
            change.run();
            return event;
        });
    }

    /**
     * Reads the whole log anew and holds every line against the one before it, and every file against its checksum.
     *
     * @return all events
     * @throws DamagedLogException if anything is not what was written
     */
    public List<Event> verify() {
        return register.verify();
    }

    /**
     * The hash of the last line of the log. Who keeps it elsewhere can tell later whether lines were cut from the end.
     *
     * @return 64 hexadecimal digits; zeros if nothing has happened yet
     */
    public String seal() {
        return register.seal();
    }

    /**
     * Tells how much has happened.
     *
     * @return the number of the last event; 0 if nothing has happened yet
     */
    public long lastEvent() {
        return register.lastEvent();
    }

    /**
     * Tells the time.
     *
     * @return the time by which events are dated, to the second
     */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
