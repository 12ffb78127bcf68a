package org.w3id.urbis.loader.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.DurableFiles;

/** The folders of submissions: each there whole or not at all. */
final class SubmissionFolders {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionFolders.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String UNFINISHED = ".new";
    private static final String RECEIPT = "submission.json";
    private static final String REPORT = "report.json";
    private static final String ID = "[0-9]{8}-[0-9a-f]{8}";

    private final Path root;

    SubmissionFolders(Path root) {
        this.root = root;
    }

    static boolean isId(String text) {
        return text.matches(ID);
    }

    /** An id that no submission has: the day, and a number by chance. */
    String freshId(Instant now) {
        byte[] random = new byte[4];
        String id;
        do {
            RANDOM.nextBytes(random);
            id = DAY.format(now) + "-" + HexFormat.of().formatHex(random);
        } while (Files.exists(root.resolve(id)));
        return id;
    }

    /**
     * Writes a folder and brings it to the disk.
     *
     * @throws UnwritableException if the disk refuses; then there is no such folder
     */
    void write(Event receipt, Entry entry) {
        Path unfinished = root.resolve(receipt.subject() + UNFINISHED);
        try {
            Files.createDirectory(unfinished);
            Files.write(unfinished.resolve(entry.entryName()), entry.content());
            if (entry.read().isPresent()) {
                Files.write(unfinished.resolve(Entry.READ), entry.read().get());
            }
            Files.writeString(unfinished.resolve(REPORT), entry.report(), StandardCharsets.UTF_8);
            Files.writeString(unfinished.resolve(RECEIPT), receipt.json() + "\n", StandardCharsets.UTF_8);
            DurableFiles.syncTree(unfinished);
            DurableFiles.move(unfinished, root.resolve(receipt.subject()));
        } catch (IOException e) {
            discard(unfinished);
            throw new UnwritableException("Cannot keep the submission in " + root, e);
        }
    }

    /** Takes back a folder that nobody was told of. What cannot be taken back is entered later. */
    void discard(String id) {
        Path folder = root.resolve(id);
        Path doomed = root.resolve(id + UNFINISHED);
        try {
            DurableFiles.move(folder, doomed);
        } catch (IOException e) {
            LOG.warn("Cannot take back {}", folder, e);
        }
        discard(doomed);
    }

    private static void discard(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                DurableFiles.remove(folder);
            }
        } catch (IOException e) {
            LOG.warn("Cannot remove {}", folder, e);
        }
    }

    /** Removes folders that were never finished. The caller holds the lock, so that nobody is writing one. */
    void clean() {
        for (String name : names()) {
            if (name.endsWith(UNFINISHED) && isId(name.substring(0, name.length() - UNFINISHED.length()))) {
                LOG.info("Removing {}, left by a process that was cut off", root.resolve(name));
                discard(root.resolve(name));
            }
        }
    }

    List<String> ids() {
        return names().stream().filter(SubmissionFolders::isId).sorted().toList();
    }

    private List<String> names() {
        try (Stream<Path> list = Files.list(root)) {
            return list.map(path -> path.getFileName().toString()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new DamagedLogException("Cannot list " + root, e);
        }
    }

    /** The receipt as the folder has it. */
    Event receipt(String id) {
        Path file = root.resolve(id).resolve(RECEIPT);
        try {
            return Event.of(JSON.parse(Files.readString(file)));
        } catch (IOException | JsonException | NullPointerException | IllegalArgumentException e) {
            throw new DamagedLogException(file + " is not the receipt of a submission", e);
        }
    }

    String report(String id) {
        Path file = root.resolve(id).resolve(REPORT);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DamagedLogException("Cannot read " + file, e);
        }
    }

    /** The file as it was sent; checked against the checksum in the log. */
    byte[] file(Submission submission) {
        return checked(submission, submission.receipt().detail(Event.ENTRY).orElseThrow(), Event.SHA256);
    }

    /** What a load reads: the file itself, or what was read from it if it is a table; checked in the same way. */
    byte[] read(Submission submission) {
        byte[] sent = file(submission);
        return submission.isTable() ? checked(submission, Entry.READ, Event.READ_SHA256) : sent;
    }

    private byte[] checked(Submission submission, String name, String checksum) {
        Path file = root.resolve(submission.id()).resolve(name);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Sha256.of(content).equals(submission.receipt().detail(checksum).orElse(""))) {
                throw new DamagedLogException(file + " is not the file that was kept: its checksum is another");
            }
            return content;
        } catch (IOException e) {
            throw new DamagedLogException("Cannot read " + file, e);
        }
    }

    /** Where that lies which a load reads. */
    Path path(Submission submission) {
        return root.resolve(submission.id()).resolve(submission.readName());
    }
}
