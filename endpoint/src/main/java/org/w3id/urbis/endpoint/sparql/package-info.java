/**
 * SPARQL: the public endpoint, how queries are run and bounded, and the embedded Fuseki beside it.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.sparql.SparqlGateway}, which answers {@code /sparql}. It reads the query
 * once, answers from memory if it can, and else has a {@link org.w3id.urbis.endpoint.sparql.QueryRun} make the answer.
 */
package org.w3id.urbis.endpoint.sparql;
