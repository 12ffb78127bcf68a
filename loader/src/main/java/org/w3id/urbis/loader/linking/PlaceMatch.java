package org.w3id.urbis.loader.linking;

import java.util.OptionalDouble;

/**
 * A place that another one may be.
 *
 * @param place      the place
 * @param method     how it was found, a code of the list of match methods
 * @param score      how sure that is, from 0 to 1
 * @param distanceKm how far the two positions are from each other
 */
record PlaceMatch(Place place, String method, double score, OptionalDouble distanceKm) {}
