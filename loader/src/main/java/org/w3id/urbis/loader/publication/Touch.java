package org.w3id.urbis.loader.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which members of a sorted dump, or of what is made of one, a change falls into. */
final class Touch {

    private final List<byte[]> begins = new ArrayList<>();
    private final List<List<PatchRow>> rows = new ArrayList<>();

    /**
     * Looks for them.
     *
     * @param bodies  the members that hold subjects
     * @param changes what changes, sorted
     */
    Touch(List<GzipMember> bodies, List<PatchRow> changes) {
        for (GzipMember member : bodies) {
            begins.add(("<" + new String(member.subject(), StandardCharsets.UTF_8) + "> ")
                    .getBytes(StandardCharsets.UTF_8));
        }
        int from = 0;
        for (int i = 0; i < count(); i++) {
            int end = from;
            while (end < changes.size()
                    && (i + 1 >= begins.size()
                            || Arrays.compareUnsigned(changes.get(end).line(), begins.get(i + 1)) < 0)) {
                end++;
            }
            rows.add(changes.subList(from, end));
            from = end;
        }
    }

    /** How many members there are; one that is empty if there are none. */
    int count() {
        return Math.max(1, begins.size());
    }

    /** What changes in a member. */
    List<PatchRow> rows(int member) {
        return rows.get(member);
    }

    /**
     * Whether a member has to be written anew: what comes first in the file always, and otherwise where something changes, or
     * where the member behind it may lose the subject that it begins with, and what else it holds then comes in here.
     */
    boolean isIn(int member) {
        return member == 0
                || !rows(member).isEmpty()
                || member + 1 < count()
                        && rows(member + 1).stream()
                                .anyMatch(
                                        row -> !row.isAdded() && DumpText.isAbout(row.line(), begins.get(member + 1)));
    }
}
