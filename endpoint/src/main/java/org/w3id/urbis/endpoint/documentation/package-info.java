/**
 * {@code /documentation}: pages that help to understand the graph and to use it, made from what the graph holds: first
 * steps, answers to the questions of the catalogue, sources, recipes.
 * {@link org.w3id.urbis.endpoint.documentation.DocumentationRoutes} is where to start reading.
 */
package org.w3id.urbis.endpoint.documentation;
