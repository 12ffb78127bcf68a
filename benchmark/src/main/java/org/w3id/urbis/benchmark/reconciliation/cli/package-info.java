/** The command that measures reconciliation. */
package org.w3id.urbis.benchmark.reconciliation.cli;
