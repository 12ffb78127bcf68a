package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Batches whose queries have names, as version 0.2 of the API has them, asked of the graph that ships. */
final class KeyedBatch {
    static final String FORM = "application/x-www-form-urlencoded";

    private KeyedBatch() {}

    /** What comes back, be it a success or a problem. */
    static HttpResponse<String> post(String batch) {
        return ShippedServer.running().post("/reconcile", FORM, "queries=" + RunningServer.encode(batch));
    }

    /** The answer, which must be a success and as the schema says. */
    static JsonNode answer(String batch) {
        return ApiSchemas.FINAL.answer("results", post(batch));
    }
}
