/**
 * The one place that turns what goes wrong into an answer: RFC 9457 problem documents for programs, a page for people.
 * Start at {@link org.w3id.urbis.endpoint.problem.Problem}.
 */
package org.w3id.urbis.endpoint.problem;
