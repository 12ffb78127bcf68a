/**
 * Statements in memory while a revision is being made: terms are kept once, as text, and statements are numbers, so that ten
 * million of them fit into less than a gigabyte.
 *
 * <p>Start with {@link org.w3id.urbis.loader.statement.Statements}.
 */
package org.w3id.urbis.loader.statement;
