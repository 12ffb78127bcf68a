package org.w3id.urbis.endpoint.check;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kinds of things a regular expression of the shapes lets an IRI be of. */
final class EntryKinds {
    private static final Pattern KINDS = Pattern.compile("w3id[.]org/urbis/id/\\(?([a-z|-]+)\\)?/");

    private EntryKinds() {}

    /** The kinds, as they stand in IRIs; none if the expression names none. */
    static List<String> in(String pattern) {
        Matcher kinds = KINDS.matcher(pattern);
        return kinds.find() ? Arrays.asList(kinds.group(1).split("[|]")) : List.of();
    }
}
