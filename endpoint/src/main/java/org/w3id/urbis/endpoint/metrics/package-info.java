/** What the server counts and measures of its work; {@code observation} tells it. Start at {@link org.w3id.urbis.endpoint.metrics.Metrics}. */
package org.w3id.urbis.endpoint.metrics;
