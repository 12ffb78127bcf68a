/**
 * What the graph says of itself to harvesters and editors: a DCAT-AP catalogue, VoID, the questions as SHACL examples, and
 * dumps to take away. Start with {@link org.w3id.urbis.endpoint.catalog.CatalogRoutes}.
 */
package org.w3id.urbis.endpoint.catalog;
