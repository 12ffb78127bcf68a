/** What an operator can set, read once into {@link org.w3id.urbis.endpoint.config.EndpointConfig} and checked before anything starts. */
package org.w3id.urbis.endpoint.config;
