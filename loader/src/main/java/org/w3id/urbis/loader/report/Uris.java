package org.w3id.urbis.loader.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** Names of files as URI references, relative to a folder wherever they are in it. */
final class Uris {

    private final Optional<URI> folder;

    Uris(Optional<URI> folder) {
        this.folder = folder;
    }

    /** A reference that resolves to the file from the folder; from wherever the reader thinks, if none is known. */
    String of(String fileName) {
        String path = fileName.replace('\\', '/');
        if (folder.isPresent()) {
            URI absolute = Path.of(folder.get()).resolve(fileName).normalize().toUri();
            return folder.get().relativize(absolute).toASCIIString();
        }
        try {
            // Two dots before a colon would make a scheme of what is a name.
            return new URI(null, null, path.indexOf(':') < 0 ? path : "./" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No name of a file: " + fileName, e);
        }
    }

    /** Whether a reference starts from the folder. */
    static boolean isRelative(String reference) {
        return !URI.create(reference).isAbsolute();
    }
}
