package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Optional;

/**
 * Things side by side.
 *
 * @param columns     the things
 * @param groups      their facts by subject
 * @param members     who belongs to more than one of them
 * @param frameworks  the frameworks that they contribute to
 * @param commitments what each has promised
 * @param choices     things of the same kind to compare with
 * @param cut         says that not all of those are offered; empty if they are
 * @param sources     the numbered sources
 */
public record CompareView(
        List<Column> columns,
        List<Group> groups,
        List<Shared> members,
        List<Shared> frameworks,
        List<Optional<TimelineView>> commitments,
        List<Choice> choices,
        String cut,
        List<SourceView> sources) {

    /**
     * A thing that is compared.
     *
     * @param thing   its name, leading to its page
     * @param without where the others are compared without it
     */
    public record Column(Link thing, String without) {}

    /**
     * Facts on one subject.
     *
     * @param heading the subject
     * @param rows    its facts
     */
    public record Group(Text heading, List<Row> rows) {}

    /**
     * A property of all things.
     *
     * @param property its name
     * @param cells    what each thing has; empty for nothing
     */
    public record Row(Link property, List<Optional<FactView>> cells) {}

    /**
     * What several things share.
     *
     * @param what  its name
     * @param marks for each thing, where it stands that it has it; empty if it has it not
     */
    public record Shared(Link what, List<Optional<List<SourceView.Mark>>> marks) {}

    /**
     * A thing to choose.
     *
     * @param iri    its IRI
     * @param name   its name
     * @param chosen whether it is compared now
     */
    public record Choice(String iri, Text name, boolean chosen) {}

    /** Whether there is anything to set side by side. */
    public boolean isComparison() {
        return columns.size() > 1;
    }
}
