/**
 * A published revision over HTTP, and the program's outermost entry point.
 */
package org.w3id.urbis.endpoint;
