package org.w3id.urbis.loader.validation;

/**
 * A place in a file.
 *
 * @param file   the file's name as it was given
 * @param line   counted from 1; 0 if it is not known
 * @param column in UTF-16 code units, counted from 1; 0 if it is not known
 */
record Position(String file, int line, int column) {

    /** What has no place. */
    static final Position NOWHERE = new Position("", 0, 0);

    /** Packs line and column into one number that sorts like they do; numbers out of range count as unknown. */
    static long pack(long line, long column) {
        return Math.max(0, line) << Integer.SIZE | Math.max(0, column);
    }

    /** Unpacks what {@link #pack} made. */
    static Position of(String file, long packed) {
        return new Position(file, (int) (packed >>> Integer.SIZE), (int) packed);
    }
}
