package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the title of a column says: a property, or a way to one through nodes that have no name of their own, such as
 * {@code address.country}; of several such nodes the number of one, as in {@code memberCount[2].unit}; and for text a
 * language, as in {@code description@fr}.
 *
 * @param steps    the properties, one or more; the last is that of the values, or the class if it is empty
 * @param language the language of its texts as a tag of BCP 47, {@code none} for none; English if the title has none
 */
record ColumnPath(List<Step> steps, Optional<String> language) {

    private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[([1-9][0-9]{0,3})])?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int DEEPEST = 4;

    /**
     * One step.
     *
     * @param property the property; empty for the class of what it is reached by
     * @param number   of several nodes the number of one; empty for those that are not numbered
     */
    record Step(Optional<Property> property, String number) {

        /** What tells the nodes that this step leads to from others. */
        String group() {
            return property.map(Property::key).orElse("type") + "[" + number + "]";
        }
    }

    /** Reads a title; empty if it is none. */
    static Optional<ColumnPath> of(String title, EntryTerms terms) {
        int at = title.indexOf('@');
        String path = (at < 0 ? title : title.substring(0, at)).strip();
        Optional<String> language =
                at < 0 ? Optional.empty() : Optional.of(title.substring(at + 1).strip());
        if (language.isPresent() && !TAG.matcher(language.get()).matches()) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        String[] parts = path.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            Matcher step = STEP.matcher(parts[i].strip());
            if (!step.matches()) {
                return Optional.empty();
            }
            boolean isLast = i == parts.length - 1;
            Optional<Property> property = terms.property(step.group(1));
            boolean isType = isLast && step.group(1).equals("type");
            if (property.isEmpty() && !isType
                    || !isLast && !property.get().values().equals(Property.ValueKind.NESTED)) {
                return Optional.empty();
            }
            steps.add(new Step(property, step.group(2) == null ? "" : step.group(2)));
        }
        return steps.size() > DEEPEST ? Optional.empty() : Optional.of(new ColumnPath(List.copyOf(steps), language));
    }

    /** The property of the values; empty if the column tells a class. */
    Optional<Property> property() {
        return steps.getLast().property();
    }
}
