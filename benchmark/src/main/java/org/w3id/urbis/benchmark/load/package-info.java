/**
 * Graphs of any size that look like ours, and how long it takes to load them.
 *
 * <p>Start with {@link org.w3id.urbis.benchmark.load.SyntheticSource}.
 */
package org.w3id.urbis.benchmark.load;
