package org.w3id.urbis.loader.names;

/**
 * A thing that was found, and by which of its names.
 *
 * @param thing   the thing
 * @param name    the name that is most like the text asked for; that to show first if it was found by a code
 * @param score   how much alike they are, above 0 and up to 1 for the same
 * @param byCode  whether the text is one of its identifiers or codes
 */
public record NameMatch(NamedThing thing, Name name, double score, boolean byCode) {}
