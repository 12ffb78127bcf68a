/**
 * The side-by-side benchmark: the same requests put to Urbis and to a stock Fuseki, or to nginx, each in a process of its
 * own on the loopback address, turn and turn about. Not part of the default build.
 *
 * <p>Start at {@link org.w3id.urbis.benchmark.cli.SideBySide}.
 */
package org.w3id.urbis.benchmark;
