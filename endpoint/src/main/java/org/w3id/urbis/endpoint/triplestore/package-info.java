/**
 * A SPARQL 1.1 store of others as what the server answers from, in place of revisions in the data directory.
 *
 * <p>{@link org.w3id.urbis.endpoint.triplestore.TripleStore} is where to start reading.
 */
package org.w3id.urbis.endpoint.triplestore;
