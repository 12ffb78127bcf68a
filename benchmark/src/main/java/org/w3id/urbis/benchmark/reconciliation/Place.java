package org.w3id.urbis.benchmark.reconciliation;

import org.w3id.urbis.loader.names.Position;

/**
 * A populated place of GeoNames.
 *
 * @param id          GeoNames id
 * @param name        its name there
 * @param country     ISO 3166-1 alpha-2 code
 * @param subdivision first-order division as GeoNames codes it;
 *                    for the United States that is the state
 * @param population  inhabitants, 0 if not known
 * @param position    where it lies
 */
public record Place(String id, String name, String country, String subdivision, long population, Position position) {}
