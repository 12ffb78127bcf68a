package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Set;

/**
 * One property and its values.
 *
 * @param property what it is
 * @param values   values to show at once
 * @param others   values in languages that the reader did not ask for
 * @param notes    what is doubtful about it
 */
public record FactView(Link property, List<ValueView> values, List<ValueView> others, List<NoteView> notes) {
    /**
     * The same with notes in full only if they are told nowhere else.
     *
     * @param told anchors of the notes that the page has told so far; those of this fact are added
     */
    FactView tellingNew(Set<String> told) {
        List<NoteView> once = notes.stream()
                .map(note -> told.add(note.anchor()) ? note : note.onceMore())
                .toList();
        return new FactView(property, values, others, once);
    }

    /**
     * One value.
     *
     * @param text     its words
     * @param href     address on this origin, empty for a literal
     * @param outside  the address on the web of others that it stands for, empty if it stands for none
     * @param datatype name of the datatype where it tells something, else empty
     * @param marks    where it stands
     * @param owned    for a node that belongs to this thing, its own facts
     * @param folded   whether those only spell out what the words say already
     */
    public record ValueView(
            Text text,
            String href,
            String outside,
            String datatype,
            List<SourceView.Mark> marks,
            List<FactView> owned,
            boolean folded) {}
}
