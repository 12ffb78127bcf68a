package org.w3id.urbis.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A folder of files that ship with the program or lie on disk: Turtle files, queries, sources.
 *
 * <p>It makes no difference to the caller whether a folder of the classpath is a directory, as when a module is being
 * built, or part of a jar, as when the program is shipped. If several places on the classpath hold the folder, their
 * files are put together, and of two files with one name the one that comes first on the classpath counts.
 *
 * <p>Names are paths relative to the folder with {@code /} between their parts, such as {@code network/members.rq},
 * sorted by their UTF-16 code units, so that every run sees the same order. They are listed once, when the folder is
 * made: a file that comes later is not seen. Instances can be shared between threads.
 */
public final class ResourceFolder {

    private final String label;
    private final SortedMap<String, Place> files;

    private ResourceFolder(String label, SortedMap<String, Place> files) {
        this.label = label;
        this.files = files;
    }

    /**
     * A folder of the classpath that this class was loaded from.
     *
     * @param path the folder, without slashes at its ends, such as {@code urbis/ontology}
     * @return the folder; one without files if the classpath has none of that name
     * @throws UnreadableResourceException if the classpath cannot be read
     */
    public static ResourceFolder onClasspath(String path) {
        return onClasspath(path, ResourceFolder.class.getClassLoader());
    }

    static ResourceFolder onClasspath(String path, ClassLoader loader) {
        SortedMap<String, Place> files = new TreeMap<>();
        try {
            // With the slash at its end, what a jar answers with is a folder and not a file.
            for (URL root : Collections.list(loader.getResources(path + "/"))) {
                list(root, files);
            }
        } catch (IOException e) {
            throw new UnreadableResourceException("cannot list the classpath folder " + path, e);
        }
        return new ResourceFolder(path, files);
    }

    /**
     * A folder of the very place that a class was loaded from. Unlike {@link #onClasspath} it does not open every jar of
     * the classpath to see whether another has such a folder.
     *
     * @param neighbour the class
     * @param path      the folder, without slashes at its ends, such as {@code urbis/ontology}
     * @return the folder; one without files if that place has none of that name
     * @throws UnreadableResourceException if the place cannot be read
     */
    public static ResourceFolder beside(Class<?> neighbour, String path) {
        SortedMap<String, Place> files = new TreeMap<>();
        try {
            URL location = neighbour.getProtectionDomain().getCodeSource().getLocation();
            Path place = Path.of(URI.create(location.toString()));
            if (Files.isRegularFile(place)) {
                // Not closed: the folder reads from it.
                listJar(new JarFile(place.toFile()), path + "/", files);
            } else if (Files.isDirectory(place.resolve(path))) {
                listDirectory(place.resolve(path), files);
            }
        } catch (IOException e) {
            throw new UnreadableResourceException("cannot list the folder " + path + " beside " + neighbour, e);
        }
        return new ResourceFolder(path, files);
    }

    /**
     * A directory.
     *
     * @param directory its path
     * @return the folder
     * @throws UnreadableResourceException if there is no such directory, or it cannot be read
     */
    public static ResourceFolder inDirectory(Path directory) {
        SortedMap<String, Place> files = new TreeMap<>();
        try {
            if (!Files.isDirectory(directory)) {
                throw new NotDirectoryException(directory.toString());
            }
            listDirectory(directory, files);
        } catch (IOException e) {
            throw new UnreadableResourceException("cannot list the directory " + directory, e);
        }
        return new ResourceFolder(directory.toString(), files);
    }

    /**
     * Says which folder this is, for messages.
     *
     * @return the path it was made with
     */
    public String label() {
        return label;
    }

    /**
     * Lists all files in the folder and below it.
     *
     * @return relative names, sorted; empty if there are none
     */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /**
     * Lists the files with an ending.
     *
     * @param suffix how the name ends, such as {@code .ttl}
     * @return relative names, sorted; empty if there are none
     */
    public List<String> names(String suffix) {
        return files.keySet().stream().filter(name -> name.endsWith(suffix)).toList();
    }

    /**
     * Opens a file.
     *
     * @param name one of {@link #names()}
     * @return its bytes; the caller closes the stream
     * @throws UnreadableResourceException if the name is none of them, or the file cannot be opened
     */
    public InputStream open(String name) {
        String shown = label + "/" + name;
        Place place = files.get(name);
        if (place == null) {
            throw new UnreadableResourceException("no such file: " + shown, new NoSuchFileException(shown));
        }
        try {
            return place.open();
        } catch (IOException e) {
            throw new UnreadableResourceException("cannot open " + shown, e);
        }
    }

    /**
     * Reads a text file.
     *
     * @param name one of {@link #names()}
     * @return its text, read as UTF-8; bytes that are none become U+FFFD
     * @throws UnreadableResourceException if the name is none of them, or the file cannot be read
     */
    public String text(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnreadableResourceException("cannot read " + label + "/" + name, e);
        }
    }

    /**
     * Sums a file up, so that whoever remembers the sum can tell whether the file is still the same. It guards against
     * oversight, not against malice.
     *
     * @param name one of {@link #names()}
     * @return the CRC-32 of its bytes; what a jar says of itself is believed
     * @throws UnreadableResourceException if the name is none of them, or the file cannot be read
     */
    public long checksum(String name) {
        Place place = files.get(name);
        if (place != null && place.checksum().isPresent()) {
            return place.checksum().getAsLong();
        }
        try (InputStream stream = open(name)) {
            CRC32 sum = new CRC32();
            sum.update(stream.readAllBytes());
            return sum.getValue();
        } catch (IOException e) {
            throw new UnreadableResourceException("cannot read " + label + "/" + name, e);
        }
    }

    private static void list(URL root, SortedMap<String, Place> files) throws IOException {
        switch (root.getProtocol()) {
            case "file" -> {
                Path path = Path.of(URI.create(root.toString()));
                // A class loader finds a file even when asked for a folder.
                if (Files.isDirectory(path)) {
                    listDirectory(path, files);
                }
            }
            case "jar" -> {
                JarURLConnection connection = (JarURLConnection) root.openConnection();
                // Not closed: the connection shares the open jar with whoever reads from it.
                listJar(connection.getJarFile(), connection.getEntryName(), files);
            }
            default -> throw new IOException("neither a directory nor in a jar: " + root);
        }
    }

    private static void listDirectory(Path directory, SortedMap<String, Place> files) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = directory
                        .relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                files.putIfAbsent(name, new InDirectory(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void listJar(JarFile jar, String prefix, SortedMap<String, Place> files) {
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                files.putIfAbsent(entry.getName().substring(prefix.length()), new InJar(jar, entry));
            }
        }
    }

    /** Where a file lies. */
    private sealed interface Place {

        InputStream open() throws IOException;

        /** The CRC-32 of its bytes, if that is known without reading it. */
        OptionalLong checksum();
    }

    private record InDirectory(Path file) implements Place {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public OptionalLong checksum() {
            return OptionalLong.empty();
        }
    }

    private record InJar(JarFile jar, JarEntry entry) implements Place {

        @Override
        public InputStream open() throws IOException {
            return jar.getInputStream(entry);
        }

        @Override
        public OptionalLong checksum() {
            return OptionalLong.of(entry.getCrc());
        }
    }
}
