package org.w3id.urbis.endpoint.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem, or what a type of problems means, for people.
 *
 * @param status      status code
 * @param title       what the type is called
 * @param detail      what is wrong in this case; without words for a type as such
 * @param explanation what the type means
 * @param members     further members, shown by name
 * @param query       the query that it is about, to be changed; empty if it is about none
 */
public record ProblemView(
        int status, String title, Text detail, String explanation, Map<String, Object> members, String query) {
    /** Copies the members. */
    public ProblemView {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The line of the query that the problem names, with a mark below the column; empty if it names none. */
    public String place() {
        String[] lines = query.split("\\R", -1);
        if (!(members.get("line") instanceof Number line) || line.intValue() < 1 || line.intValue() > lines.length) {
            return "";
        }
        String shown = lines[line.intValue() - 1];
        int column = members.get("column") instanceof Number number ? number.intValue() : 1;
        String before = shown.substring(0, Math.max(0, Math.min(column - 1, shown.length())));
        return shown + "\n" + before.replaceAll("[^\t]", " ") + "^";
    }
}
