package org.w3id.urbis.endpoint.description;

import org.apache.jena.graph.Node;

/**
 * A place on the map, and what it has to do with the thing described.
 *
 * @param place     the place
 * @param latitude  decimal degrees, WGS 84, -90 to 90
 * @param longitude decimal degrees, WGS 84, -180 to 180
 * @param relation  the property that relates them, such as {@code urbis:seat}, {@code urbis:isMemberOf}, {@code urbis:isWithin};
 *                  the place's own {@code urbis:latitude} if it is itself what is described
 */
public record Position(Node place, double latitude, double longitude, Node relation) {}
