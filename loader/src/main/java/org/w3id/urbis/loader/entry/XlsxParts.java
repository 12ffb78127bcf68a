package org.w3id.urbis.loader.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
    private static final int BUFFER = 8192;
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
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int left = MOST_BYTES;
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++count > MOST_PARTS) {
                    throw new UnreadableWorkbookException("workbook.too-large");
                }
                String name = entry.getName().replaceFirst("^/", "");
                boolean wanted = name.matches(WANTED);
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                // What is passed over is inflated too, to come to what is behind it.
                left -= inflate(zip, wanted ? content : null, left);
                if (wanted) {
                    parts.put(name, content.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
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

    private static int inflate(ZipInputStream zip, ByteArrayOutputStream to, int most)
            throws IOException, UnreadableWorkbookException {
        byte[] buffer = new byte[BUFFER];
        int total = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            total += read;
            if (total > most) {
                throw new UnreadableWorkbookException("workbook.too-large");
            }
            if (to != null) {
                to.write(buffer, 0, read);
            }
        }
        return total;
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
