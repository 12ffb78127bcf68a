/** What is run by hand: a generator of graphs, and a comparison of loading them. */
package org.w3id.urbis.benchmark.load.cli;
