/** Runs the benchmark and prints what came of it. */
package org.w3id.urbis.benchmark.cli;
