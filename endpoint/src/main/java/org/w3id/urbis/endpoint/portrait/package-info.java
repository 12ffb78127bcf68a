/**
 * What pages of some kinds of things show beyond their facts: members and commitments of a network, elements of a framework
 * and who contributes to each. Start at {@link org.w3id.urbis.endpoint.portrait.MainKind}.
 */
package org.w3id.urbis.endpoint.portrait;
