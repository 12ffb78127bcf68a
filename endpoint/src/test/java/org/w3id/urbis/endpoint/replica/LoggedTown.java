package org.w3id.urbis.endpoint.replica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.ReplicationConfig;
import org.w3id.urbis.endpoint.replica.LogReader.Place;
import org.w3id.urbis.loader.publication.ChangeLog;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;

/** A town whose revisions go through a log of their own. */
record LoggedTown(String broker, String topic, Path folder) {

    /** The publisher's data directory. */
    Path publisher() {
        return folder.resolve("publisher");
    }

    /** How a server of some data directory meets the log. */
    ReplicationConfig config(Path data) {
        return new ReplicationConfig(
                Optional.of(broker),
                topic,
                data.resolve("log.properties"),
                !data.equals(publisher()),
                Optional.empty(),
                Optional.empty());
    }

    /** Publishes the town with a mark by which its revisions are told apart. */
    Revision publish(String mark) {
        return Town.publish(publisher(), Town.marked(mark));
    }

    /** Publishes it with so many different marks that a patch takes several messages. */
    Revision publishMuch(int seed) {
        return Town.publish(
                publisher(),
                IntStream.range(0, 4000)
                        .mapToObj(number -> Town.marked(number + " " + noise(seed * 4000L + number)))
                        .flatMap(List::stream)
                        .toList());
    }

    /** A text that does not compress well, always the same for the same number. */
    private static String noise(long number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            noise.append(Long.toString(random.nextLong(), Character.MAX_RADIX));
        }
        return noise.toString();
    }

    /** Writes what the log lacks. */
    void write() {
        new LogPublisher(config(publisher()), publisher(), new Standing(System::nanoTime)).bringUpToDate();
    }

    /** Follows the log to its end, as a process that begins does, and tells how it stands then. */
    Standing follow(Path data) {
        Standing standing = new Standing(System::nanoTime);
        try (LogReader log = reader(data, standing)) {
            Follower follower = new Follower(config(data), data, standing, log);
            do {
                follower.step();
            } while (!follower.isAtEnd());
            follower.step();
        }
        return standing;
    }

    LogReader reader(Path data, Standing standing) {
        return new LogReader(config(data), data.resolve("log-entry.new"), standing.foreign());
    }

    /** The last entry of the log, and where the next one will be. */
    Place last() {
        try (LogReader log = reader(folder.resolve("nobody"), new Standing(System::nanoTime))) {
            log.seek(log.begin());
            return log.last().orElseThrow();
        }
    }

    static Revision current(Path data) {
        return new Revisions(data).current().orElseThrow();
    }

    /** All that became current in a data directory, and the bytes of what is now. */
    static List<String> history(Path data) throws IOException {
        Revision current = current(data);
        List<String> history = new ArrayList<>(new ChangeLog(data)
                .until(current.number()).stream()
                        .map(set ->
                                set.sequence() + " revision " + set.revision() + " " + set.moment() + " " + set.size())
                        .toList());
        history.add(current.hash() + " " + Arrays.hashCode(Files.readAllBytes(current.dump())));
        return history;
    }
}
