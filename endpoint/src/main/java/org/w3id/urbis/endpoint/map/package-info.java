/**
 * The world as a picture: land and the outlines of countries in the Equal Earth projection, drawn on the server, so that a
 * page needs no tiles and no script. Start at {@link org.w3id.urbis.endpoint.map.WorldMap}.
 */
package org.w3id.urbis.endpoint.map;
