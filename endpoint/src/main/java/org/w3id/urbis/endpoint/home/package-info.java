/**
 * The first page: a box to find everything, the map of cities and networks, what changed lately, questions to try, and the
 * doors to all else. Start at {@link org.w3id.urbis.endpoint.home.HomeRoutes}.
 */
package org.w3id.urbis.endpoint.home;
