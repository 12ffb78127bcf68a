/** What is run by hand: the same entry judged beside a small graph and a large one. */
package org.w3id.urbis.benchmark.entry.cli;
