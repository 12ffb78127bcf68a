package org.w3id.urbis.loader.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of a table under names that can stand as SPARQL variables.
 *
 * @param titles what the first row of the file says
 * @param names  the same with everything but ASCII letters, digits and the underscore replaced by one underscore
 */
record Header(List<String> titles, List<String> names) {

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9_]+");

    Header {
        titles = List.copyOf(titles);
        names = List.copyOf(names);
    }

    static Header of(List<String> titles) {
        return new Header(titles, titles.stream().map(Header::name).toList());
    }

    /** What a column of some title is called; empty if nothing of the title is left. */
    static String name(String title) {
        return NOT_IN_A_NAME.matcher(title.strip()).replaceAll("_").replaceAll("^_+|_+$", "");
    }

    /** What is wrong with the columns: none, unnamed ones, two of one name. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                faults.add("Column " + (i + 1) + " has no name that could stand in a mapping. Give it one.");
                continue;
            }
            Integer other = seen.putIfAbsent(name, i);
            if (other != null) {
                faults.add("Columns " + (other + 1) + " and " + (i + 1) + " would both be called ?" + name
                        + " in a mapping. Rename one.");
            }
        }
        return Collections.unmodifiableList(faults);
    }
}
