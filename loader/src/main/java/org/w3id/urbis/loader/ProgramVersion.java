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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Tells one version of the program from another: by all bytes of its classpath, and so by the ontology, the shapes, the rules
 * and the sources that ship with it as well as by its code and that of its libraries. Where files lie is of no account.
 */
final class ProgramVersion {

    private ProgramVersion() {}

    /** Made when it is first asked for, which takes some tenths of a second. */
    private static final class OfThisProcess {
        static final String CHECKSUM = of(System.getProperty("java.class.path"));
    }

    /** The SHA-256 of the program that runs, in hexadecimal. */
    static String running() {
        return OfThisProcess.CHECKSUM;
    }

    /** The SHA-256 of a classpath; what is not there is passed over, as Java does. */
    static String of(String classpath) {
        Set<Path> places = new LinkedHashSet<>();
        for (String entry : classpath.split(File.pathSeparator)) {
            add(Path.of(entry).toAbsolutePath().normalize(), places);
        }
        MessageDigest digest = Fingerprint.digest();
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        places.forEach(place -> take(place, digest));
        return Fingerprint.hex(digest);
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

    private static void take(Path place, MessageDigest digest) {
        try (Stream<Path> walk = Files.walk(place)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String name = place.relativize(file) + "\n" + Files.size(file) + "\n";
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + place, e);
        }
    }
}
