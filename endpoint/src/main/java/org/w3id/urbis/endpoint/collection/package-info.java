/**
 * Things of a kind as lists that can be filtered, searched, sorted and paged: {@code /api/<kinds>}.
 *
 * <p>Which kinds there are says the ontology ({@link org.w3id.urbis.endpoint.collection.Kinds}); what they can be filtered by
 * say the shapes and one table beside them ({@link org.w3id.urbis.endpoint.collection.Filters}). The routes, the problems
 * that name a parameter and the OpenAPI document are all made of these two.
 */
package org.w3id.urbis.endpoint.collection;
