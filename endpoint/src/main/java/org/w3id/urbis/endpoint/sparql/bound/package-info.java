/**
 * What a query may not have, whichever way it comes: other endpoints, classes by name, endless time or memory for a
 * single value.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.sparql.bound.ClosedContext}, which closes the context of a dataset.
 */
package org.w3id.urbis.endpoint.sparql.bound;
