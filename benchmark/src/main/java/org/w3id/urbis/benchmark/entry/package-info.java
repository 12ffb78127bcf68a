/**
 * What it takes to judge an entry as an addition to a graph.
 *
 * <p>Start with {@link org.w3id.urbis.benchmark.entry.JudgedEntry}.
 */
package org.w3id.urbis.benchmark.entry;
