/**
 * Rows and triples as bytes: the SPARQL result formats, written straight into a buffer of UTF-8.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.sparql.result.RowFormat}.
 */
package org.w3id.urbis.endpoint.sparql.result;
