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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A folder of files that ship with the program or lie on disk: Turtle files, queries, sources.
 *
 * <p>A folder on the classpath may be spread over directories and jars; its files are those of all of them. Names are
 * paths relative to the folder with {@code /} between their parts, such as {@code network/members.rq}, and are always
 * sorted, so that every run sees the same order.
 */
public final class ResourceFolder {

    private final String label;
    private final List<URL> classpathRoots;
    private final Path directory;

    private ResourceFolder(String label, List<URL> classpathRoots, Path directory) {
        this.label = label;
        this.classpathRoots = classpathRoots;
        this.directory = directory;
    }

    /**
     * A folder of the classpath.
     *
     * @param path the folder, without slashes at its ends, such as {@code urbis/ontology}
     * @return the folder; one without files if the classpath has none of that name
     * @throws UncheckedIOException if the classpath cannot be read
     */
    public static ResourceFolder onClasspath(String path) {
        try {
            ClassLoader loader = ResourceFolder.class.getClassLoader();
            return new ResourceFolder(path, Collections.list(loader.getResources(path)), null);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for " + path + " on the classpath", e);
        }
    }

    /**
     * A directory.
     *
     * @param directory its path
     * @return the folder
     * @throws UncheckedIOException if there is no such directory
     */
    public static ResourceFolder inDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UncheckedIOException(new NoSuchFileException(directory.toString(), null, "is not a directory"));
        }
        return new ResourceFolder(directory.toString(), List.of(), directory);
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
     * @throws UncheckedIOException if the folder cannot be read
     */
    public List<String> names() {
        Set<String> names = new TreeSet<>();
        try {
            if (directory != null) {
                addDirectory(directory, names);
            }
            for (URL root : classpathRoots) {
                addRoot(root, names);
            }
        } catch (IOException | URISyntaxException e) {
            throw new UncheckedIOException("Cannot list " + label, e instanceof IOException io ? io : new IOException(e));
        }
        return List.copyOf(names);
    }

    /**
     * Lists the files with an ending.
     *
     * @param suffix how the name ends, such as {@code .ttl}
     * @return relative names, sorted; empty if there are none
     */
    public List<String> names(String suffix) {
        return names().stream().filter(name -> name.endsWith(suffix)).toList();
    }

    /**
     * Opens a file.
     *
     * @param name one of {@link #names()}
     * @return its bytes; the caller closes the stream
     * @throws UncheckedIOException if there is no such file or it cannot be read
     */
    public InputStream open(String name) {
        try {
            if (directory != null) {
                return Files.newInputStream(directory.resolve(name));
            }
            InputStream stream = ResourceFolder.class.getClassLoader().getResourceAsStream(label + "/" + name);
            if (stream == null) {
                throw new NoSuchFileException(label + "/" + name);
            }
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + label + "/" + name, e);
        }
    }

    /**
     * Reads a text file.
     *
     * @param name one of {@link #names()}
     * @return its text, read as UTF-8
     * @throws UncheckedIOException if there is no such file or it cannot be read
     */
    public String text(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + label + "/" + name, e);
        }
    }

    private void addRoot(URL root, Set<String> names) throws IOException, URISyntaxException {
        if (root.getProtocol().equals("jar")) {
            JarURLConnection connection = (JarURLConnection) root.openConnection();
            // A cached jar file is shared with the class loader: closing it would close theirs.
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                String prefix = label + "/";
                jar.stream()
                        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                        .forEach(entry -> names.add(entry.getName().substring(prefix.length())));
            }
        } else {
            addDirectory(Path.of(new URI(root.toString())), names);
        }
    }

    private static void addDirectory(Path from, Set<String> names) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            names.add(from.relativize(file).toString().replace(from.getFileSystem().getSeparator(), "/"));
        }
    }
}
