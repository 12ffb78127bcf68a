/**
 * Networks, or other things of one kind, side by side: facts, members and frameworks in common, commitments. Start at
 * {@link org.w3id.urbis.endpoint.compare.CompareRoutes}.
 */
package org.w3id.urbis.endpoint.compare;
