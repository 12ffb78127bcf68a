/**
 * The one place that knows media types, languages and entity tags: what can be offered, what a client asks for, what it
 * gets. Start at {@link org.w3id.urbis.endpoint.negotiation.Negotiation}.
 */
package org.w3id.urbis.endpoint.negotiation;
