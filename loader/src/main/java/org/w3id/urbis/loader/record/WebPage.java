package org.w3id.urbis.loader.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;

/** A web page that came in the place of data: one about the file, a login, an error that was answered as if all were well. */
public final class WebPage {

    private static final int LOOKED_AT = 1024;
    private static final Pattern BEGINNING = Pattern.compile(
            "(?is)[^\\x00-\\x7f]{0,3}\\s*(<[?]xml[^>]*>\\s*)?(<!--.*?-->\\s*)*(<!doctype\\s+html|<html[\\s>]).*");

    private WebPage() {}

    /**
     * Looks at the beginning of a file.
     *
     * @param file the file, of which no format of ours begins like a page
     * @return the fault that it is a page; empty if it is none, or cannot be read
     */
    public static Optional<Fault> fault(SourceFile file) {
        try (InputStream in = file.open()) {
            String beginning = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            return BEGINNING.matcher(beginning).matches()
                    ? Optional.of(new Fault(
                            file.label(),
                            1,
                            1,
                            "This is a web page and no data: perhaps one about the file, one that asks to log in, or an"
                                    + " error. Look in a browser at what its address leads to, and give the address of"
                                    + " the file itself."))
                    : Optional.empty();
        } catch (IOException unreadable) {
            // Whoever reads it next says so with its place.
            return Optional.empty();
        }
    }
}
