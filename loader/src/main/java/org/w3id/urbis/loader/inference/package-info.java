/**
 * What follows from what the sources say, by rules that are SPARQL CONSTRUCT files.
 *
 * <p>Start with {@link org.w3id.urbis.loader.inference.Inference}. The rules lie in {@code loader/rules}; what they make
 * goes into a graph of its own and never mixes with what a source says.
 */
package org.w3id.urbis.loader.inference;
