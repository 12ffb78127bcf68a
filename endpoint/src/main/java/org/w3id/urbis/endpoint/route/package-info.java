/** The public paths, one class for each subject. {@link org.w3id.urbis.endpoint.route.ThingRoutes} answers for most IRIs. */
package org.w3id.urbis.endpoint.route;
