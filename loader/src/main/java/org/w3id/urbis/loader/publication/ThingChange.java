package org.w3id.urbis.loader.publication;

/**
 * What became of one thing.
 *
 * @param iri  its IRI
 * @param kind what became of it
 */
public record ThingChange(String iri, ChangeKind kind) {}
