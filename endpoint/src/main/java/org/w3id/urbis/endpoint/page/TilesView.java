package org.w3id.urbis.endpoint.page;

/**
 * Pictures of others under a map.
 *
 * @param template    address of a tile with {@code {z}}, {@code {x}} and {@code {y}} in it
 * @param attribution who made them
 */
public record TilesView(String template, String attribution) {}
