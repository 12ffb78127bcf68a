package org.w3id.urbis.loader.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.DurableFiles;

/**
 * The log: a line of JSON for each event, only ever added to.
 *
 * <p>Each line ends with the SHA-256 of what stands before it in the line, and holds that of the line before it. A line
 * that was changed, removed or put in is thereby found. What follows the last line feed is a line that was cut off while
 * it was written, which nobody was told of; the next line takes its place.
 */
final class EventLog {

    /** What the first line says of the line before it. */
    static final String BEGINNING = "0".repeat(64);

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final String BEFORE = "before";
    private static final String SEAL = ",\"line\":\"";
    private static final int SEAL_LENGTH = SEAL.length() + 64 + "\"}".length();

    private final Path file;
    private long offset;
    private long number;
    private String last = BEGINNING;

    EventLog(Path file) {
        this.file = file;
    }

    /** The hash of the last line that was read or written. */
    String last() {
        return last;
    }

    /** The number of the last line that was read or written; 0 if there is none. */
    long number() {
        return number;
    }

    /**
     * Reads the lines that were added since it was last asked.
     *
     * @throws DamagedLogException if a line is not what was written, or lines are gone
     */
    List<Event> more() {
        byte[] fresh = bytes();
        List<Event> events = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i] == '\n') {
                String line = new String(fresh, start, i - start, StandardCharsets.UTF_8);
                if (i == fresh.length - 1 && line.indexOf('\0') >= 0) {
                    // A block of the file that never reached the disk reads as zeros.
                    break;
                }
                events.add(read(line));
                start = i + 1;
                offset += line.getBytes(StandardCharsets.UTF_8).length + 1;
            }
        }
        return events;
    }

    private byte[] bytes() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < offset) {
                throw new DamagedLogException(file + " has become shorter: lines are gone");
            }
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size - offset));
            channel.position(offset);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Until all is read.
            }
            return buffer.array();
        } catch (NoSuchFileException e) {
            if (offset > 0) {
                throw new DamagedLogException(file + " is gone", e);
            }
            return new byte[0];
        } catch (IOException e) {
            throw new DamagedLogException("Cannot read " + file, e);
        }
    }

    private Event read(String line) {
        String place = file + ", line " + (number + 1);
        int cut = line.length() - SEAL_LENGTH;
        if (cut < 0 || !line.substring(cut).matches(",\"line\":\"[0-9a-f]{64}\"}")) {
            throw new DamagedLogException(place + " is not a line of this log");
        }
        String sealed = line.substring(0, cut);
        String seal = line.substring(cut + SEAL.length(), line.length() - 2);
        if (!seal.equals(Sha256.of(sealed))) {
            throw new DamagedLogException(place + " was changed: its hash does not fit");
        }
        try {
            JsonObject json = JSON.parse(sealed + "}");
            if (!last.equals(json.getString(BEFORE)) || json.getNumber("number").longValue() != number + 1) {
                throw new DamagedLogException(place + " does not follow the line before it: lines are gone or put in");
            }
            Event event = Event.of(json);
            number++;
            last = seal;
            return event;
        } catch (JsonException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            throw new DamagedLogException(place + " is not an event", e);
        }
    }

    /**
     * Adds a line and brings it to the disk. The caller holds the lock of the log and has read everything.
     *
     * @return the event with its number
     * @throws UnwritableException if the disk refuses; then there is no new line
     */
    Event add(Event event) {
        Event numbered = event.numbered(number + 1);
        JsonObject json = numbered.json();
        json.put(BEFORE, last);
        String text = JSON.toStringFlat(json).strip();
        String sealed = text.substring(0, text.length() - 1).stripTrailing();
        String seal = Sha256.of(sealed);
        byte[] line = (sealed + SEAL + seal + "\"}\n").getBytes(StandardCharsets.UTF_8);
        boolean fresh = !Files.exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            if (channel.size() > offset) {
                LOG.info("{}: {} bytes of a line that was cut off are removed", file, channel.size() - offset);
                channel.truncate(offset);
            }
            write(channel, line);
            if (fresh) {
                DurableFiles.sync(file.toAbsolutePath().getParent());
            }
        } catch (IOException e) {
            throw new UnwritableException("Cannot write to " + file, e);
        }
        offset += line.length;
        number++;
        last = seal;
        return numbered;
    }

    private void write(FileChannel channel, byte[] line) throws IOException {
        try {
            channel.position(offset);
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            // What was not brought to the disk whole was not said; else it could turn up later.
            channel.truncate(offset);
            throw e;
        }
    }
}
