/**
 * The side-by-side benchmark: the same small lookups put to Urbis and to a stock Fuseki, each in a process of its own on
 * the loopback address, on copies of one TDB2 database, turn and turn about. Not part of the default build.
 *
 * <p>Start at {@link org.w3id.urbis.benchmark.cli.SideBySide}.
 */
package org.w3id.urbis.benchmark;
