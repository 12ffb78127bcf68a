package org.w3id.urbis.endpoint.check;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.shapes.EntryForm;

/** Reads what somebody wrote into a form. */
final class FormReading {
    /** More parts of one kind no form shows. */
    private static final int MOST_ROWS = 20;

    private static final Pattern REMOVED = Pattern.compile("(.+)\\.([0-9]{1,2})");

    private static final String BASE = "https://w3id.org/urbis/";

    private FormReading() {}

    /** How many parts of a kind the form shows; 1 if none is filled in. */
    static int rows(Parameters filled, String field) {
        int rows = 1;
        for (int row = 1; row < MOST_ROWS; row++) {
            String prefix = FormNames.part(field, row);
            if (filled.values().keySet().stream().anyMatch(name -> name.startsWith(prefix))) {
                rows = row + 1;
            }
        }
        return rows;
    }

    /**
     * What stands in a form without the part that its reader wants removed, as {@code remove} says: a field and the number
     * of one of its parts. The parts behind it move up.
     */
    static Parameters withoutRemoved(Parameters filled) {
        Matcher wanted = REMOVED.matcher(filled.one("remove").orElse(""));
        if (!wanted.matches()) {
            return filled;
        }
        String field = wanted.group(1);
        int removed = Integer.parseInt(wanted.group(2));
        Map<String, List<String>> left = new LinkedHashMap<>();
        filled.values().forEach((name, values) -> {
            Matcher part = Pattern.compile(Pattern.quote(field) + "\\.([0-9]{1,2})\\.(.*)")
                    .matcher(name);
            int row = part.matches() ? Integer.parseInt(part.group(1)) : -1;
            if (row != removed) {
                left.put(row > removed ? FormNames.part(field, row - 1) + part.group(2) : name, values);
            }
        });
        left.remove("remove");
        return new Parameters(left);
    }

    /** Whether anything stands in a part. */
    static boolean isFilled(Parameters filled, EntryForm part, String prefix) {
        return part.fields().stream()
                .flatMap(field -> filled.all(FormNames.in(prefix, field.property())).stream())
                .anyMatch(text -> !text.isBlank());
    }

    /** The IRI that is meant by an IRI, or by an address on this server such as {@code network/c40}; empty if none is. */
    static Optional<String> iri(String text) {
        if (Identifiers.isAbsoluteIri(text)) {
            return Optional.of(text);
        }
        String path = text.replaceFirst("^/", "").replaceFirst("^id/", "");
        return path.matches("[a-z-]+/[A-Za-z0-9._~-]+") ? Optional.of(BASE + "id/" + path) : Optional.empty();
    }

    /** The key of a new thing: the one that is given, else made of its name. */
    static String key(String given, String name) {
        String latin = Normalizer.normalize(given.isBlank() ? name : given, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return latin.isEmpty() ? "new" : latin;
    }
}
