package org.w3id.urbis.loader.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** Holds JSON against schemas. */
final class Schemas {

    private Schemas() {}

    /** What is wrong with a text by a schema, formats included. */
    static List<String> faults(JsonSchema schema, String json) {
        return schema
                .validate(json, InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::toString)
                .toList();
    }
}
