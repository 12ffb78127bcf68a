/**
 * All links of a resource in one document, for programs that do not read the header Link. Start at
 * {@link org.w3id.urbis.endpoint.linkset.LinksetRoutes}.
 */
package org.w3id.urbis.endpoint.linkset;
