package org.w3id.urbis.endpoint.observation;

import org.apache.jena.atlas.json.JsonObject;

/** Something beside the revision that has to be well for readers to be sent here. */
public interface ReadyCheck {
    /** By what name it is told. */
    String name();

    /** Whether it is well. */
    boolean isUp();

    /** What more there is to tell of it; empty if nothing is. */
    JsonObject data();
}
