package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Everything on the page of a thing.
 *
 * @param title    its name
 * @param iri      its IRI
 * @param outside  the IRI if it leads to somebody else's site, else empty
 * @param kinds    its classes
 * @param notes    what is doubtful about it as a whole
 * @param facts    its facts
 * @param incoming who refers to it
 * @param others   the same in words of other vocabularies, as far as it only follows from the rest
 * @param sources  the numbered sources
 * @param forms    the same as data
 * @param contents for a graph: the things it speaks of
 */
public record ThingView(
        Text title,
        String iri,
        String outside,
        List<Link> kinds,
        List<NoteView> notes,
        List<FactView> facts,
        List<IncomingView> incoming,
        Others others,
        List<SourceView> sources,
        List<Link> forms,
        ContentsView contents) {

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
