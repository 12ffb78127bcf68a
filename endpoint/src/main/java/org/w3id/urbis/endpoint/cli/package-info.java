/** The command {@code serve}; the only place of this module that writes to the terminal. */
package org.w3id.urbis.endpoint.cli;
