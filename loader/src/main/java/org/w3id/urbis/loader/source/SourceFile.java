package org.w3id.urbis.loader.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.ontology.UnreadableResourceException;

/** A file that can be opened, wherever it lies: on disk, or among what ships with the program. */
public final class SourceFile {

    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]+)(?:[?#].*)?$");

    /** What is said of an archive that ends too early or is damaged. */
    public static final String BROKEN_OFF =
            "The archive breaks off before its end, or is damaged. If it was fetched, fetch it again.";

    private static final Pattern PROSE = Pattern.compile("(?i)(readme|licen[cs]e|notice)[^/]*$");

    /** What some programs put into archives beside what they were given. */
    private static final Pattern HIDDEN = Pattern.compile("(^|/)(__MACOSX/|[.][^/]*$)");

    private final String label;
    private final String extension;
    private final Opener opener;

    /** Where it lies, if it was given and is no archive. */
    private final Optional<Path> place;

    private volatile String checksum;

    private SourceFile(String label, String extension, Opener opener, Optional<Path> place) {
        this.label = label;
        this.extension = extension;
        this.opener = opener;
        this.place = place;
    }

    private static SourceFile of(String label, Opener opener) {
        return new SourceFile(label, ending(label).orElse(""), opener, Optional.empty());
    }

    private static Optional<String> ending(String name) {
        Matcher ending = ENDING.matcher(name);
        return ending.find() ? Optional.of(ending.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * A file of a folder.
     *
     * @param folder the folder
     * @param name   the name of the file in it
     * @return the file, which need not exist until it is opened
     */
    public static SourceFile in(ResourceFolder folder, String name) {
        String shown = folder.label().startsWith("urbis/") ? folder.label().substring(6) : folder.label();
        return of(shown + "/" + name, () -> folder.open(name));
    }

    /**
     * A file on disk.
     *
     * @param path where it lies
     * @return the file, which need not exist until it is opened
     */
    public static SourceFile at(Path path) {
        return fetched(path, path.toString());
    }

    /**
     * A file on disk that was fetched from somewhere else.
     *
     * @param path  where it lies now
     * @param label where it comes from
     * @return the file, known under that label
     */
    public static SourceFile fetched(Path path, String label) {
        return new SourceFile(label, ending(label).orElse(""), () -> Files.newInputStream(path), Optional.of(path));
    }

    /**
     * A file in memory.
     *
     * @param label   its name, with an ending that says the format
     * @param content its bytes; not to be changed
     * @return the file
     */
    public static SourceFile held(String label, byte[] content) {
        return of(label, () -> new ByteArrayInputStream(content));
    }

    /**
     * Says which file this is, for messages.
     *
     * @return its path, or the address it was fetched from
     */
    public String label() {
        return label;
    }

    /**
     * The ending of the name, which says the format.
     *
     * @return what follows the last dot, in lower case and without the dot; empty if there is none
     */
    public String extension() {
        return extension;
    }

    /**
     * The name of the file without its folders.
     *
     * @return the last part of the label, without what follows a question mark
     */
    public String baseName() {
        String plain = label.replaceFirst("[?#].*$", "");
        return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
    }

    /**
     * Looks into a ZIP archive.
     *
     * @param wanted the name of the file that is looked for in it
     * @return the file of that name in the archive or, if there is none, the first that is not prose; this file itself if it
     *         is no archive
     */
    SourceFile unpacked(String wanted) {
        if (!extension.equals("zip")) {
            return this;
        }
        // What it holds may be in another form than the file that is looked for.
        String held = entryName(wanted).flatMap(SourceFile::ending).orElse("");
        String form = SourceGraph.TABLES.contains(held) || SourceGraph.RDF.contains(held)
                ? held
                : wanted.substring(wanted.lastIndexOf('.') + 1);
        return new SourceFile(label, form, () -> entry(wanted), Optional.empty());
    }

    /** Which entry is meant; empty if there is none, or the archive cannot be read, which is said when it is opened. */
    private Optional<String> entryName(String wanted) {
        for (Predicate<String> fits : fitting(wanted)) {
            try (ZipInputStream zip = new ZipInputStream(opener.open())) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory() && fits.test(entry.getName())) {
                        return Optional.of(entry.getName());
                    }
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<Predicate<String>> fitting(String wanted) {
        return List.of(
                name -> name.equals(wanted) || name.endsWith("/" + wanted),
                name -> !PROSE.matcher(name).find() && !HIDDEN.matcher(name).find());
    }

    /**
     * Says whether the last line of a file on disk has no end, as in one that broke off.
     *
     * @return false for a file that ships, is empty, or is in an archive, which has a checksum of its own
     */
    public boolean endsWithinLine() {
        if (place.isEmpty()) {
            return false;
        }
        try (SeekableByteChannel bytes = Files.newByteChannel(place.get())) {
            ByteBuffer last = ByteBuffer.allocate(1);
            bytes.position(Math.max(0, bytes.size() - 1));
            return bytes.read(last) == 1 && last.get(0) != '\n' && last.get(0) != '\r';
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + label, e);
        }
    }

    private InputStream entry(String wanted) throws IOException {
        boolean isArchive = false;
        for (Predicate<String> fits : fitting(wanted)) {
            ZipInputStream zip = new ZipInputStream(opener.open());
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                isArchive = true;
                if (!entry.isDirectory() && fits.test(entry.getName())) {
                    return zip;
                }
            }
            zip.close();
        }
        throw new IOException(
                isArchive
                        ? "There is no " + wanted + " in the archive"
                        : "It is no ZIP archive: perhaps a web page, or a download that broke off at its beginning");
    }

    /**
     * Takes the file to be of a format that its name does not say.
     *
     * @param ending the ending that says the format, without the dot
     * @return the same file with that ending
     */
    SourceFile withExtension(String ending) {
        return new SourceFile(label, ending, opener, place);
    }

    /**
     * Opens the file.
     *
     * @return its bytes; the caller closes the stream
     * @throws UnreadableSourceException if it does not exist or cannot be read
     */
    public InputStream open() {
        try {
            return new BufferedInputStream(opener.open(), 1 << 16);
        } catch (EOFException | ZipException e) {
            throw new UnreadableSourceException("Cannot read " + label + ": " + BROKEN_OFF, e);
        } catch (IOException | UnreadableResourceException e) {
            throw new UnreadableSourceException("Cannot open " + label, e);
        }
    }

    /**
     * Takes the checksum of the file, as it is when it is first asked for.
     *
     * @return its SHA-256 in hexadecimal
     * @throws UnreadableSourceException if it does not exist or cannot be read
     */
    public String sha256() {
        String known = checksum;
        if (known == null) {
            known = digested();
            checksum = known;
        }
        return known;
    }

    private String digested() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream stream = new DigestInputStream(open(), digest)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (EOFException | ZipException e) {
            throw new UnreadableSourceException("Cannot read " + label + ": " + BROKEN_OFF, e);
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + label, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return label;
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }
}
