/**
 * What is around a thing in the graph: its neighbours by the way they are tied to it, as a list, as a drawing and as data for a
 * drawing that grows. Start at {@link org.w3id.urbis.endpoint.neighbourhood.GraphViewRoutes}.
 */
package org.w3id.urbis.endpoint.neighbourhood;
