package org.w3id.urbis.loader.source;

import java.util.List;

/** A file was given for a source that could take it in several places, or in none. */
public final class AmbiguousFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AmbiguousFileException(String source, List<String> files) {
        super("Source " + source + " reads " + (files.isEmpty() ? "no file" : String.join(", ", files))
                + ": it is not clear which of them the given file replaces");
    }

    AmbiguousFileException(String file, List<String> sources, int fitting) {
        super(file + " bears the name of a file of " + (fitting == 0 ? "none" : fitting) + " of "
                + String.join(", ", sources)
                + ". Give as many files as sources and in the same order, or files under the names that \"urbis"
                + " sources\" lists.");
    }
}
