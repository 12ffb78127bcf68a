/**
 * What has a place on the Earth, for geographic information systems: {@code /conformance} and {@code /collections}, by OGC
 * API Features, Part 1: Core, GeoJSON and HTML.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.feature.FeatureRoutes}. Kinds, filters and columns are those of
 * {@code /api}.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html">OGC API Features, Part 1</a>
 */
package org.w3id.urbis.endpoint.feature;
