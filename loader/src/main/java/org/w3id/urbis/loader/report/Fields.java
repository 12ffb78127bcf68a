package org.w3id.urbis.loader.report;

import jakarta.json.stream.JsonGenerator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3id.urbis.loader.validation.Fix;
import org.w3id.urbis.loader.validation.Position;

/** What is known of places, by the local names that the ontology's properties have: text and whole numbers, in order. */
final class Fields {

    private Fields() {}

    static Map<String, Object> of(Position position) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!position.file().isEmpty()) {
            fields.put("file", position.file());
        }
        known(fields, "line", position.line());
        known(fields, "column", position.column());
        known(fields, "endLine", position.endLine());
        known(fields, "endColumn", position.endColumn());
        position.pointer().ifPresent(pointer -> fields.put("jsonPointer", pointer));
        position.cell().ifPresent(cell -> {
            fields.put("row", cell.row());
            if (!cell.column().isEmpty()) {
                fields.put("columnName", cell.column());
            }
            if (!cell.reference().isEmpty()) {
                fields.put("cell", cell.reference());
            }
        });
        return fields;
    }

    static Map<String, Object> of(Fix.Replacement replacement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", replacement.line());
        fields.put("column", replacement.column());
        fields.put("endLine", replacement.endLine());
        fields.put("endColumn", replacement.endColumn());
        fields.put("replacementText", replacement.text());
        return fields;
    }

    /** Writes fields into the object that is open. */
    static void write(JsonGenerator json, String prefix, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            if (value instanceof Integer number) {
                json.write(prefix + name, number);
            } else {
                json.write(prefix + name, (String) value);
            }
        });
    }

    private static void known(Map<String, Object> fields, String name, int number) {
        if (number > 0) {
            fields.put(name, number);
        }
    }
}
