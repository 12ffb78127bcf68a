/**
 * Names: the IRIs Urbis mints, the names blank nodes get, and the one spelling of each value.
 *
 * <p>Start with {@link org.w3id.urbis.loader.identity.Skolemiser}. Whoever reads RDF for the graph uses it, so that
 * every engine and every load arrives at the same IRIs.
 */
package org.w3id.urbis.loader.identity;
