/**
 * What may be asked: the catalogue of questions, each a SPARQL file with a described header, found on the classpath
 * under {@code urbis/queries/}.
 */
package org.w3id.urbis.queries;
