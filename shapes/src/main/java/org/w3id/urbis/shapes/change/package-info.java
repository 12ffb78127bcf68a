/**
 * What a change of some statements can alter: which answers of a graph pattern, and which nodes are judged otherwise by shapes.
 *
 * <p>It is read off the patterns and paths, so that nothing that may be altered is left out; more may be told than is.
 */
package org.w3id.urbis.shapes.change;
