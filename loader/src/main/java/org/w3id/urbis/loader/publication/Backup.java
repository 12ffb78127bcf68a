package org.w3id.urbis.loader.publication;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A data directory in one file: the revisions, what changed, and what was handed in, with the SHA-256 of each file in its last
 * entry, {@code SHA256SUMS}. It can be made while a server runs: nobody publishes meanwhile, and what is handed in while it
 * is made is in it or not, whole.
 */
public final class Backup {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SUMS = "SHA256SUMS";
    /**
     * What belongs to processes that run: locks, what is being written, and what a server has open. Dumps in other formats
     * are made again of the first.
     */
    private static final String PASSING =
            "(.*/)?(publisher\\.lock|lock|tdb\\.lock|write\\.lock|[^/]*\\.new|(names|form|dumps)-[0-9]+-[^/]*|serving"
                    + "|revisions/[0-9]+/dumps)(/.*)?";

    private final Path file;

    /**
     * Names a backup.
     *
     * @param file its path
     */
    public Backup(Path file) {
        this.file = file;
    }

    /**
     * Names a backup that is to be made.
     *
     * @param target the path of the file, or a directory, in which the file is then named after the moment
     * @param now    the moment
     * @return the backup
     */
    public static Backup at(Path target, Instant now) {
        return new Backup(Files.isDirectory(target) ? target.resolve("urbis-" + MOMENT.format(now) + ".zip") : target);
    }

    /**
     * Where it lies.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * Makes it.
     *
     * @param data     the data directory
     * @param patience how long to wait for somebody who is publishing
     * @return how many files it holds
     * @throws AlreadyPublishingException if somebody is publishing all that time
     * @throws PublicationException       if the disk refuses, or the file is there already; then there is no backup
     */
    public int make(Path data, Duration patience) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (PublisherLock lock = PublisherLock.take(data, patience)) {
            if (Files.exists(file)) {
                throw new IOException("there is such a file already");
            }
            if (whole(file).startsWith(whole(data))) {
                throw new IOException("it would lie in the data directory itself, and in every backup after it");
            }
            int files = write(data, fresh);
            DurableFiles.sync(fresh);
            DurableFiles.move(fresh, file.toAbsolutePath());
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new PublicationException("Cannot write the backup " + file, e);
        }
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static int write(Path data, Path fresh) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
            // The log of what was handed in comes first: what it speaks of is complete by then.
            for (Path source : files(data)) {
                String name = data.relativize(source).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(name));
                MessageDigest digest = Sha256.digest();
                try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
                sums.put(name, Sha256.hex(digest));
            }
            zip.putNextEntry(new ZipEntry(SUMS));
            for (Map.Entry<String, String> sum : sums.entrySet()) {
                zip.write((sum.getValue() + "  " + sum.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        }
        return sums.size();
    }

    private static List<Path> files(Path data) throws IOException {
        Path log = data.resolve("submissions").resolve("log.jsonl");
        List<Path> rest = new ArrayList<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isPassing(data, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isPassing(data, path) && !path.equals(log)) {
                    rest.add(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    // It was there for a moment only.
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        Collections.sort(rest);
        return Files.exists(log) ? Stream.concat(Stream.of(log), rest.stream()).toList() : rest;
    }

    private static boolean isPassing(Path data, Path path) {
        return data.relativize(path).toString().replace('\\', '/').matches(PASSING);
    }

    /**
     * Makes a data directory of it. The directory appears in one step, when every file has been checked.
     *
     * @param data the data directory; there must be none
     * @return how many files it holds
     * @throws PublicationException if there is something at that path, or the disk refuses
     * @throws DamagedDataException if the backup is not whole, or not what was written; then nothing is restored
     */
    public int restore(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        Path fresh = whole.resolveSibling(whole.getFileName() + ".restore");
        try {
            if (Files.exists(data)) {
                throw new IOException("there is something already; restore elsewhere, or move it away first");
            }
            if (Files.exists(fresh)) {
                DurableFiles.remove(fresh);
            }
            Map<String, String> found = new HashMap<>();
            List<String> sums = unpack(fresh, found);
            for (String sum : sums) {
                String name = sum.substring(sum.indexOf(' ') + 2);
                if (!sum.startsWith(found.getOrDefault(name, "-") + " ")) {
                    throw new DamagedDataException("The backup " + file + " is damaged: " + name
                            + " is not what was written. Nothing was restored.");
                }
            }
            if (sums.size() != found.size() || sums.isEmpty()) {
                throw new DamagedDataException(
                        file + " is no whole backup: its list of checksums is not there. Nothing was restored.");
            }
            DurableFiles.syncTree(fresh);
            DurableFiles.move(fresh, whole);
            return found.size();
        } catch (IOException e) {
            throw new PublicationException("Cannot restore to " + data, e);
        }
    }

    /** Unpacks all files and computes their checksums; returns the lines of the list that came with them. */
    private List<String> unpack(Path to, Map<String, String> found) throws IOException {
        List<String> sums = List.of();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(SUMS)) {
                    sums = new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                    continue;
                }
                Path target = to.resolve(entry.getName()).normalize();
                if (!target.startsWith(to)) {
                    throw new DamagedDataException(file + " is no backup: " + entry.getName() + " leads out of it.");
                }
                Files.createDirectories(target.getParent());
                MessageDigest digest = Sha256.digest();
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
                    zip.transferTo(out);
                }
                found.put(entry.getName(), Sha256.hex(digest));
            }
        }
        return sums;
    }
}
