/**
 * One box to find everything: things by their names and codes, counted by kind, and questions of the catalogue. Start at
 * {@link org.w3id.urbis.endpoint.search.SearchRoutes}.
 */
package org.w3id.urbis.endpoint.search;
