package org.w3id.urbis.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

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
    private final SortedMap<String, URL> files;

    private ResourceFolder(String label, SortedMap<String, URL> files) {
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
        SortedMap<String, URL> files = new TreeMap<>();
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
     * A directory.
     *
     * @param directory its path
     * @return the folder
     * @throws UnreadableResourceException if there is no such directory, or it cannot be read
     */
    public static ResourceFolder inDirectory(Path directory) {
        SortedMap<String, URL> files = new TreeMap<>();
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
        URL url = files.get(name);
        if (url == null) {
            throw new UnreadableResourceException("no such file: " + shown, new NoSuchFileException(shown));
        }
        try {
            return url.openStream();
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

    private static void list(URL root, SortedMap<String, URL> files) throws IOException {
        switch (root.getProtocol()) {
            case "file" -> {
                Path path = Path.of(URI.create(root.toString()));
                // A class loader finds a file even when asked for a folder.
                if (Files.isDirectory(path)) {
                    listDirectory(path, files);
                }
            }
            case "jar" -> listJar((JarURLConnection) root.openConnection(), files);
            default -> throw new IOException("neither a directory nor in a jar: " + root);
        }
    }

    private static void listDirectory(Path directory, SortedMap<String, URL> files) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = directory
                        .relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                files.putIfAbsent(name, file.toUri().toURL());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void listJar(JarURLConnection connection, SortedMap<String, URL> files) throws IOException {
        // Not closed: the connection shares the open jar with whoever reads from it.
        JarFile jar = connection.getJarFile();
        String prefix = connection.getEntryName();
        URL root = connection.getJarFileURL();
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                files.putIfAbsent(entry.getName().substring(prefix.length()), inJar(root, entry.getName()));
            }
        }
    }

    private static URL inJar(URL jar, String entry) throws IOException {
        try {
            // This constructor escapes what may not stand in a URL, such as a blank in a file name.
            String escaped = new URI(null, null, "/" + entry, null).getRawPath();
            return URI.create("jar:" + jar + "!" + escaped).toURL();
        } catch (URISyntaxException e) {
            throw new IOException("no URL can name " + entry + " in " + jar, e);
        }
    }
}
