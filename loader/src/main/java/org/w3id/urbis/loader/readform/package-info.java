/**
 * The read form of a revision: the same statements as its store holds, as sorted arrays of numbers in one file that is
 * mapped into memory, with a query engine that works on the numbers. It is derived from the store, can be left out, and
 * can be made again.
 *
 * <p>Start at {@link org.w3id.urbis.loader.readform.ReadForm}, which opens one; {@link
 * org.w3id.urbis.loader.readform.ReadFormBuilder} makes one; {@link org.w3id.urbis.loader.readform.PatternRows} finds the
 * rows of a pattern.
 */
package org.w3id.urbis.loader.readform;
