/** Routes and parameters that will go, as their answers announce it. Start at {@link org.w3id.urbis.endpoint.deprecation.Deprecations}. */
package org.w3id.urbis.endpoint.deprecation;
