/**
 * What operators see of the server's work: {@code /metrics}, {@code /health} and the access log. Start at
 * {@link org.w3id.urbis.endpoint.observation.Observing}.
 */
package org.w3id.urbis.endpoint.observation;
