/**
 * SPARQL: the embedded Fuseki, what queries may not do, and the public gateway in front of it.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.sparql.SparqlGateway}, which answers {@code /sparql}. It reads the query
 * once, answers from memory if it can, and else streams from {@link org.w3id.urbis.endpoint.sparql.FusekiOnLoopback}.
 */
package org.w3id.urbis.endpoint.sparql;
