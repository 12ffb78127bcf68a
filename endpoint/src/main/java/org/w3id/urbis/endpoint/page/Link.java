package org.w3id.urbis.endpoint.page;

/**
 * Words that lead somewhere.
 *
 * @param href address on this origin
 * @param text the words
 */
public record Link(String href, Text text) {}
