/**
 * Asking other SPARQL endpoints on behalf of a query: which may be asked, how they are asked so that none of them can
 * harm this server, and what is told of it.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.federation.Federation}. A {@code SERVICE} pattern becomes a
 * {@link org.w3id.urbis.endpoint.federation.ServiceRows}, which sends what is known already in blocks of VALUES to a
 * {@link org.w3id.urbis.endpoint.federation.Remote}; what was asked is written down in a
 * {@link org.w3id.urbis.endpoint.federation.FederationLedger}.
 */
package org.w3id.urbis.endpoint.federation;
