/**
 * What the server offers, described by OpenAPI 3.1.
 *
 * <p>Each group of routes says what it answers by {@link org.w3id.urbis.endpoint.openapi.Operations}, beside the code that
 * answers; {@link org.w3id.urbis.endpoint.openapi.OpenApiDocument} puts it together. Start at
 * {@link org.w3id.urbis.endpoint.openapi.Operation}.
 */
package org.w3id.urbis.endpoint.openapi;
