package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.List;

/** The patterns by which shapes say what IRIs may begin with: plain letters and choices in brackets. */
final class IriPattern {
    /** Where a pattern stops being plain. A dot, as in the name of a host, is taken for itself. */
    private static final String STOPS = "[\\*+?{$";

    private final String pattern;
    private int at;

    private IriPattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Spells out the beginnings that a pattern allows.
     *
     * @param pattern such as {@code ^https://w3id.org/urbis/id/(city|place)/}
     * @return each beginning, as far as it is plain; none if the pattern is not tied to the start or allows no IRI
     */
    static List<String> beginnings(String pattern) {
        if (!pattern.startsWith("^")) {
            return List.of();
        }
        return new IriPattern(pattern.substring(1))
                .choices().stream()
                        .filter(start -> start.startsWith("http") && start.contains("://"))
                        .toList();
    }

    private List<String> choices() {
        List<String> all = new ArrayList<>(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private List<String> sequence() {
        List<String> sofar = List.of("");
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            List<String> next;
            if (pattern.charAt(at) == '(') {
                at++;
                next = choices();
                at++;
            } else if (STOPS.indexOf(pattern.charAt(at)) >= 0) {
                at = pattern.length();
                break;
            } else {
                next = List.of(pattern.substring(at, ++at));
            }
            List<String> longer = new ArrayList<>();
            sofar.forEach(start -> next.forEach(end -> longer.add(start + end)));
            sofar = longer;
        }
        return sofar;
    }
}
