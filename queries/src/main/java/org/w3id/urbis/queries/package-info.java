/**
 * What may be asked: the catalogue of questions, each a SPARQL file with a described header, found on the classpath
 * under {@code urbis/queries/}.
 *
 * <p>Start with {@link org.w3id.urbis.queries.QueryCatalogue}; the form of the files is told at
 * {@link org.w3id.urbis.queries.CatalogueQuery}.
 */
package org.w3id.urbis.queries;
