package org.w3id.urbis.endpoint.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A header that lists values with weights, such as Accept: {@code text/csv;q=0.5, *}{@code /*;q=0.1}. RFC 9110, section 12.4.2. */
record WeightedList(List<Entry> entries) {

    /**
     * One value and its weight.
     *
     * @param value  in lower case, without parameters
     * @param weight 0 to 1
     */
    record Entry(String value, double weight) {}

    /** Reads a header; what is not well-formed in it is left out, as if it had not been said. */
    static WeightedList parse(String header) {
        List<Entry> entries = new ArrayList<>();
        for (String element : splitOutsideQuotes(header, ',')) {
            List<String> parts = splitOutsideQuotes(element, ';');
            String value = parts.getFirst().strip().toLowerCase(Locale.ROOT);
            double weight = weight(parts.subList(1, parts.size()));
            if (!value.isEmpty() && weight >= 0) {
                entries.add(new Entry(value, weight));
            }
        }
        return new WeightedList(List.copyOf(entries));
    }

    /** The weight among parameters: 1 if none is given, -1 if it is malformed. */
    private static double weight(List<String> parameters) {
        for (String parameter : parameters) {
            String stripped = parameter.strip().toLowerCase(Locale.ROOT);
            if (stripped.startsWith("q=")) {
                String number = stripped.substring(2).strip();
                return number.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(number) : -1;
            }
        }
        return 1;
    }

    private static List<String> splitOutsideQuotes(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
