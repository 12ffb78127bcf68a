package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A warning beside what it doubts.
 *
 * @param anchor  where it stands on the page
 * @param link    the note itself, with what is odd as words
 * @param about   what it says
 * @param printed the doubtful words as printed
 * @param advice  what a reader should do
 * @param marks   where it stands
 * @param again   whether it stands above already, and only a line is to lead there
 */
public record NoteView(
        String anchor,
        Link link,
        List<Text> about,
        List<String> printed,
        List<Text> advice,
        List<SourceView.Mark> marks,
        boolean again) {

    /** The same as a line that leads to where it is told. */
    NoteView onceMore() {
        return new NoteView(anchor, link, about, printed, advice, marks, true);
    }
}
