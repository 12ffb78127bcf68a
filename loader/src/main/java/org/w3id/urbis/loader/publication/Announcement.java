package org.w3id.urbis.loader.publication;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * By what a revision is known that was made current elsewhere, and is to be so here.
 *
 * @param sequence place of its change set among all of the publisher's, from 1
 * @param revision its number
 * @param hash     the SHA-256 of its sorted N-Quads in hexadecimal
 * @param created  when it was published
 * @param parent   the revision that was current when it was published; empty if there was none or it is not known
 * @param moment   when it became current, which for a rollback is later than when it was published
 */
public record Announcement(
        long sequence, long revision, String hash, Instant created, OptionalLong parent, Instant moment) {}
