/** What is run from the command line. */
package org.w3id.urbis.benchmark.reach.cli;
