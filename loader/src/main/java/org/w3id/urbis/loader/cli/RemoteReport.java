package org.w3id.urbis.loader.cli;

import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/** A report that a server sent, for people. */
final class RemoteReport {

    private RemoteReport() {}

    /** Each finding as {@code file:line:column: severity: message}, with how to mend it below. */
    static String text(JsonObject report) {
        StringBuilder text = new StringBuilder();
        report.getArray("findings").map(JsonValue::getAsObject).forEach(finding -> {
            if (finding.hasKey("file")) {
                text.append(finding.getString("file")).append(':');
                number(text, finding, "line");
                number(text, finding, "column");
                text.append(' ');
            }
            text.append(finding.getString("severity")).append(": ").append(finding.getString("message"));
            text.append('\n');
            if (finding.hasKey("fix")) {
                text.append("  fix: ").append(fix(finding.get("fix"))).append('\n');
            }
        });
        return text.toString();
    }

    private static void number(StringBuilder text, JsonObject finding, String member) {
        if (finding.hasKey(member)) {
            text.append(finding.getNumber(member)).append(':');
        }
    }

    private static String fix(JsonValue fix) {
        return fix.isObject()
                ? fix.getAsObject().getString("text")
                : fix.getAsString().value();
    }
}
