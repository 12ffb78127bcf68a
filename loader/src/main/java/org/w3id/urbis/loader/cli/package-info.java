/**
 * The commands of the loader. Only packages of this name write to standard output and standard error.
 */
package org.w3id.urbis.loader.cli;
