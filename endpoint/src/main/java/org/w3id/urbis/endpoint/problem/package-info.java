/**
 * What can go wrong, as RFC 9457 problems; {@code exchange} turns them into answers. Start at
 * {@link org.w3id.urbis.endpoint.problem.Problem}.
 */
package org.w3id.urbis.endpoint.problem;
