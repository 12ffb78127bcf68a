package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Optional;

/**
 * Everything on the page of a thing.
 *
 * @param title      its name
 * @param marks      where the name stands, unless that is told among the facts
 * @param iri        its IRI
 * @param outside    the IRI if it leads to somebody else's site, else empty
 * @param kinds      its classes
 * @param obsolete   what to use instead, if it is not to be used any more
 * @param lead       what it is, in a sentence or two; empty if nobody says
 * @param notes      what is doubtful about it as a whole
 * @param doubts     the notes in short, leading to where each stands
 * @param portrait   what is shown by what kind of thing it is
 * @param sections   its facts by subject
 * @param map        where it is; empty if that cannot be shown
 * @param incoming   who refers to it
 * @param others     the same in words of other vocabularies, as far as it only follows from the rest
 * @param sources    the numbered sources
 * @param forms      the same as data
 * @param linkset    where all its links stand together
 * @param contents   for a graph: the things it speaks of
 * @param structured the thing in the words of schema.org, as JSON-LD that can stand in a page
 */
public record ThingView(
        Text title,
        List<SourceView.Mark> marks,
        String iri,
        String outside,
        List<Link> kinds,
        Optional<Obsolete> obsolete,
        List<FactView> lead,
        List<NoteView> notes,
        List<Link> doubts,
        PortraitView portrait,
        List<SectionView> sections,
        List<MapView> map,
        List<IncomingView> incoming,
        Others others,
        List<SourceView> sources,
        List<Form> forms,
        String linkset,
        ContentsView contents,
        String structured) {

    /**
     * That a term is not to be used any more.
     *
     * @param successors what to use instead; empty if there is nothing
     */
    public record Obsolete(List<Link> successors) {}

    /**
     * The same as data.
     *
     * @param href      where it is found
     * @param name      what the form is called
     * @param mediaType its media type
     */
    public record Form(String href, String name, String mediaType) {}

    /**
     * What is inferred for readers of other vocabularies; it would hide what the sources say.
     *
     * @param kinds classes
     * @param facts facts
     */
    public record Others(List<Link> kinds, List<FactView> facts) {
        /** Whether there is nothing of the kind. */
        public boolean isEmpty() {
            return kinds.isEmpty() && facts.isEmpty();
        }
    }

    /**
     * What a named graph speaks of.
     *
     * @param count how many things, as words; empty if the thing is no graph
     * @param links those shown
     * @param cut   whether some are left out
     */
    public record ContentsView(String count, List<Link> links, boolean cut) {
        /** For what is no graph. */
        public static final ContentsView NONE = new ContentsView("", List.of(), false);
    }
}
