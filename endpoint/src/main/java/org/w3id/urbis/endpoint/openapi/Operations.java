package org.w3id.urbis.endpoint.openapi;

import java.util.List;
import java.util.Map;

/**
 * Implemented by each group of routes: what it answers, for the OpenAPI document.
 *
 * <p>A test compares what is said here with the routes that are registered, and asks the server for each example.
 */
public interface Operations {

    /** The operations of these routes, in the order a reader should meet them. */
    List<Operation> operations();

    /** Schemas that the operations refer to by {@link Schema#ref}, by name; none unless overridden. */
    default Map<String, Schema> schemas() {
        return Map.of();
    }
}
