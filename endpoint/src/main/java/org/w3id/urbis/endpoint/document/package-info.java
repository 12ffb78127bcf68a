/**
 * Descriptions as JSON-LD documents by one published context: stable, in a fixed order, pleasant to read for whoever
 * knows nothing of RDF, and to an RDF library the same statements as the Turtle.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.document.ThingFramer}; the context itself is
 * {@code ontology/context/urbis-1.jsonld}.
 */
package org.w3id.urbis.endpoint.document;
