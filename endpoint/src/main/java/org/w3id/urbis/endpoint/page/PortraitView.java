package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a thing shows by what kind of thing it is.
 *
 * @param glance      facts to be seen at once
 * @param members     who belongs to it; empty if that is not told here
 * @param commitments what was promised, by deadline
 * @param ties        whom it belongs to and works with, by the way
 * @param frameworks  what it contributes to, by framework
 * @param tree        elements of a framework; empty if there are none
 * @param sections    sections of a document
 * @param compare     where it is compared with others; empty if that makes no sense
 * @param graph       where its neighbours are drawn
 */
public record PortraitView(
        List<FactView> glance,
        List<IncomingView> members,
        Optional<TimelineView> commitments,
        List<IncomingView> ties,
        List<IncomingView> frameworks,
        Optional<TreeView> tree,
        List<DrawnFrom> sections,
        String compare,
        String graph) {

    /** Copies the lists. */
    public PortraitView {
        glance = List.copyOf(glance);
        members = List.copyOf(members);
        ties = List.copyOf(ties);
        frameworks = List.copyOf(frameworks);
        sections = List.copyOf(sections);
    }

    /**
     * A section of a document.
     *
     * @param section its heading, leading to the section beside the facts
     * @param lines   its lines; empty if it has none
     * @param number  how many statements were drawn from it
     */
    public record DrawnFrom(Link section, String lines, String number) {}
}
