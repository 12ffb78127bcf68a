package org.w3id.urbis.loader.publication;

import java.util.Arrays;

/** What became of a thing from one revision to the next. */
public enum ChangeKind {
    /** It is there, and was not before. */
    CREATED('C'),
    /** It was there before, and something else is said of it. */
    UPDATED('U'),
    /** It was there, and is no more, or only as a name that was given up. */
    DELETED('D');

    private final char letter;

    ChangeKind(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static ChangeKind of(char letter) {
        return Arrays.stream(values())
                .filter(kind -> kind.letter == letter)
                .findFirst()
                .orElseThrow(() -> new DamagedDataException("No change is called " + letter));
    }
}
