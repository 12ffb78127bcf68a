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
 */
public record ProblemView(int status, String title, Text detail, String explanation, Map<String, Object> members) {
    /** Copies the members. */
    public ProblemView {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
