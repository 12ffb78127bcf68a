/** The commands that show replicas at work. */
package org.w3id.urbis.benchmark.replica.cli;
