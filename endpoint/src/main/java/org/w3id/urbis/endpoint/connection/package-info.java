/**
 * The connections of the public port: what a client may take in time and memory before it is cut off.
 *
 * <p>Helidon reads from a socket for as long as the other side likes. Here every wait for a client is bounded, so that
 * those who send or read slowly, or nothing at all, do not keep others out. Start at
 * {@link org.w3id.urbis.endpoint.connection.Connections}.
 */
package org.w3id.urbis.endpoint.connection;
