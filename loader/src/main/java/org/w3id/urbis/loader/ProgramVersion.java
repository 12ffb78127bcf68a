package org.w3id.urbis.loader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.w3id.urbis.loader.publication.Dump;

/**
 * Tells one version of the program from another: by all bytes of its classpath, and so by the ontology, the shapes and the rules
 * as well as by its code and that of its libraries. Where files lie is of no account. Of the sources that ship with it only their
 * prefixes count, which dumps are written with: each has a checksum of its own.
 */
public final class ProgramVersion {

    private static final String OURS = "urbis";
    private static final String SOURCES = "urbis/sources/";

    private ProgramVersion() {}

    /** Made when it is first asked for, which takes some tenths of a second. */
    private static final class OfThisProcess {
        static final String CHECKSUM = of(System.getProperty("java.class.path"), Dump.prefixes());
    }

    /** The SHA-256 of the program that runs, in hexadecimal. */
    static String running() {
        return OfThisProcess.CHECKSUM;
    }

    /** Made when it is first asked for, which takes some hundredths of a second. */
    private static final class OutlineOfThisProcess {
        static final String CHECKSUM = outline(System.getProperty("java.class.path"));
    }

    /**
     * Tells versions apart without reading all of the program: by the checksums that jars of ours state of what is in them,
     * the names and sizes of other jars, and by when files were written that are in none.
     *
     * @return a SHA-256 in hexadecimal, the same on all machines that run the same jars on the same Java
     */
    public static String outline() {
        return OutlineOfThisProcess.CHECKSUM;
    }

    static String outline(String classpath) {
        MessageDigest digest = Fingerprint.digest();
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        for (Path place : places(classpath)) {
            digest.update(place.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            for (String line : Files.isDirectory(place) ? written(place) : stated(place)) {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Fingerprint.hex(digest);
    }

    private static List<String> stated(Path file) {
        if (!file.getFileName().toString().startsWith(OURS)) {
            return List.of(Long.toString(file.toFile().length()));
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName() + "\n" + entry.getCrc() + "\n")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static List<String> written(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> folder.relativize(file) + "\n" + file.toFile().lastModified() + "\n")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /** The SHA-256 of a classpath; what is not there is passed over, as Java does. */
    static String of(String classpath, Map<String, String> prefixes) {
        MessageDigest digest = Fingerprint.digest();
        digest.update((Runtime.version() + "\n" + prefixes).getBytes(StandardCharsets.UTF_8));
        for (Path place : places(classpath)) {
            try {
                take(place, digest);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + place, e);
            }
        }
        return Fingerprint.hex(digest);
    }

    private static Set<Path> places(String classpath) {
        Set<Path> places = new LinkedHashSet<>();
        for (String entry : classpath.split(File.pathSeparator)) {
            add(Path.of(entry).toAbsolutePath().normalize(), places);
        }
        return places;
    }

    /** A jar may name others. */
    private static void add(Path place, Set<Path> places) {
        if (!Files.exists(place) || !places.add(place) || Files.isDirectory(place)) {
            return;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            Manifest manifest = jar.getManifest();
            String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (more != null) {
                for (String each : more.strip().split("\\s+")) {
                    URI uri = place.toUri().resolve(each);
                    if ("file".equals(uri.getScheme())) {
                        add(Path.of(uri), places);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + place, e);
        }
    }

    private static void take(Path place, MessageDigest digest) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> walk = Files.walk(place)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    String name = place.relativize(file).toString().replace('\\', '/');
                    take(name, () -> Files.newInputStream(file), digest);
                }
            }
        } else if (place.getFileName().toString().startsWith(OURS)) {
            try (JarFile jar = new JarFile(place.toFile())) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    take(entry.getName(), () -> jar.getInputStream(entry), digest);
                }
            }
        } else {
            take("", () -> Files.newInputStream(place), digest);
        }
    }

    /** Opens what is to be read. */
    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    private static void take(String name, Content content, MessageDigest digest) throws IOException {
        if (name.startsWith(SOURCES)) {
            return;
        }
        MessageDigest its = Fingerprint.digest();
        try (InputStream in = content.open()) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), its));
        }
        digest.update((name + "\n" + Fingerprint.hex(its) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
