/**
 * What queries may ask by place and by name, under the names that Apache Jena's own extensions have for it: property
 * functions such as {@code spatial:nearby} and {@code text:query}, and functions such as {@code geof:distance}. They are
 * answered from what a revision keeps for it, and where there is nothing kept, by looking at all statements.
 *
 * <p>Start at {@link org.w3id.urbis.loader.reach.Reach}, which makes them known to Jena.
 */
package org.w3id.urbis.loader.reach;
