/**
 * Places and governments of different sources that are the same: found by identifiers first, then by name, country, distance
 * and number of inhabitants.
 *
 * <p>Start with {@link org.w3id.urbis.loader.linking.Linking}. What is sure enough meets in one IRI; what is not stays apart,
 * with what it may be and why that is not sure.
 */
package org.w3id.urbis.loader.linking;
