/**
 * The workbench: what the page of {@code /sparql} needs besides the protocol itself. Its scripts and styles, the terms
 * that a query may be completed with, and what is said of a query before it is asked.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.workbench.FileRoutes}.
 */
package org.w3id.urbis.endpoint.workbench;
