package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Files to take away.
 *
 * @param revisions those of each revision, newest first
 * @param forms     the same as data
 * @param newest    the address that the files of the first of them begin with
 */
public record DumpsView(List<Dumps> revisions, List<Link> forms, String newest) {

    /** Copies the lists. */
    public DumpsView {
        revisions = List.copyOf(revisions);
        forms = List.copyOf(forms);
    }

    /**
     * The files of a revision.
     *
     * @param revision the revision
     * @param day      when it was published
     * @param files    its files
     * @param more     where its other files are
     * @param sums     where the list of checksums is
     */
    public record Dumps(Link revision, String day, List<File> files, List<Link> more, String sums) {}

    /**
     * A file.
     *
     * @param holds  what it holds
     * @param format where it is, by the name of its format
     * @param size   how long it is, in words
     * @param sha256 its checksum in hexadecimal
     */
    public record File(Text holds, Link format, String size, String sha256) {}
}
