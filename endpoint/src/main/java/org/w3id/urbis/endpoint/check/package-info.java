/**
 * Pages on which an entry is checked and mended before it is handed in: a file or pasted text with what is wrong shown at
 * its line. They work without a script; a script of ours makes them quicker.
 *
 * <p>Start with {@link org.w3id.urbis.endpoint.check.CheckRoutes}.
 */
package org.w3id.urbis.endpoint.check;
