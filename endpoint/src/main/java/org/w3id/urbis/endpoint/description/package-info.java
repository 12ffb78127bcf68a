/**
 * What the graph says about one thing: its facts and those of the nodes it owns, who refers to it, where each fact
 * stands in a source, and what is doubtful about it. Knows nothing of HTTP or of pages.
 *
 * <p>Start at {@link org.w3id.urbis.endpoint.description.DescriptionReader}.
 */
package org.w3id.urbis.endpoint.description;
