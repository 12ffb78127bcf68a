package org.w3id.urbis.loader.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;

/** A file that is in another form than its name says, as its first bytes tell: compressed, an old workbook, UTF-16. */
final class WrongForm {

    private static final int LOOKED_AT = 1024;
    private static final int ZIP = 0x504B0304;
    private static final int GZIP = 0x1F8B;
    private static final int OLD_WORKBOOK = 0xD0CF11E0;
    private static final int SHORT = 16;

    private WrongForm() {}

    /**
     * Looks at the beginning of a file.
     *
     * @return what it is and what to do; empty if it may be what its name says, or cannot be read
     */
    static Optional<Fault> fault(SourceFile file) {
        byte[] beginning;
        try (InputStream in = file.open()) {
            beginning = in.readNBytes(LOOKED_AT);
        } catch (IOException unreadable) {
            // Whoever reads it next says so with its place.
            return Optional.empty();
        }
        return message(beginning, file.extension().equals("xlsx"))
                .map(message -> new Fault(file.label(), 1, 1, message));
    }

    private static Optional<String> message(byte[] beginning, boolean workbook) {
        int mark = beginning.length < Integer.BYTES
                ? 0
                : (beginning[0] & 0xFF) << 24
                        | (beginning[1] & 0xFF) << 16
                        | (beginning[2] & 0xFF) << 8
                        | beginning[3] & 0xFF;
        if (mark >>> SHORT == GZIP) {
            return Optional.of("This is compressed by gzip. Unpack it, and give what was in it.");
        }
        if (workbook) {
            return mark == OLD_WORKBOOK
                    ? Optional.of(
                            "This is a workbook of the older form XLS, or one with a password. Save it as XLSX without"
                                    + " one.")
                    : Optional.empty();
        }
        if (mark == ZIP) {
            return Optional.of("This is a ZIP archive or a workbook, where a text was expected. Unpack it and give the"
                    + " file itself, under a name that ends as its form does.");
        }
        return isUtf16(beginning) ? Optional.of("The file is in UTF-16. Save it as UTF-8.") : Optional.empty();
    }

    /** Every other byte of letters in UTF-16 is zero; in no other text is one. */
    private static boolean isUtf16(byte[] beginning) {
        int[] zeros = new int[2];
        for (int i = 0; i < beginning.length; i++) {
            zeros[i & 1] += beginning[i] == 0 ? 1 : 0;
        }
        return Math.max(zeros[0], zeros[1]) > beginning.length / 4;
    }
}
