/**
 * Documents section by section, each beside the facts that were drawn from it. Start at
 * {@link org.w3id.urbis.endpoint.reading.SectionRoutes}.
 */
package org.w3id.urbis.endpoint.reading;
