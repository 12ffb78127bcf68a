package org.w3id.urbis.loader.entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of an XLSX file that hold cells, inflated. Pictures, macros and links to elsewhere are passed over, and what
 * inflates to more than the limit is given up before it fills the memory.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376, part 2</a>
 */
final class XlsxParts {

    /** The most that all parts together may inflate to, in bytes. */
    static final int MOST_BYTES = 24 << 20;

    private static final int MOST_PARTS = 2000;
    private static final String WANTED =
            "xl/(workbook|sharedStrings|styles)\\.xml|xl/_rels/workbook\\.xml\\.rels" + "|xl/worksheets/[^/]+\\.xml";

    /** How Word, Excel and PowerPoint files began before 2007, and how those with a password begin. */
    private static final int[] OLDER = {0xD0, 0xCF, 0x11, 0xE0};

    private final Map<String, byte[]> parts;

    private XlsxParts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Inflates what is wanted of a file. */
    static XlsxParts of(byte[] file) throws UnreadableWorkbookException {
        if (startsWith(file, OLDER)) {
            throw new UnreadableWorkbookException("workbook.older");
        }
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            int left = MOST_BYTES;
            int count = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++count > MOST_PARTS) {
                    throw new UnreadableWorkbookException("workbook.too-large");
                }
                String name = entry.getName().replaceFirst("^/", "");
                if (name.matches(WANTED)) {
                    byte[] content = inflated(zip, entry, left);
                    left -= content.length;
                    parts.put(name, content);
                }
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new UnreadableWorkbookException("workbook.none", e);
        }
        if (!parts.containsKey("xl/workbook.xml")) {
            throw new UnreadableWorkbookException("workbook.none");
        }
        return new XlsxParts(parts);
    }

    /** A part by its name from the root of the package; empty if there is none. */
    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static byte[] inflated(ZipFile zip, ZipArchiveEntry entry, int most)
            throws IOException, UnreadableWorkbookException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new UnreadableWorkbookException("workbook.too-large");
            }
            return content;
        }
    }

    private static boolean startsWith(byte[] file, int[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
