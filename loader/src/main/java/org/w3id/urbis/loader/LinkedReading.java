package org.w3id.urbis.loader;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.CrosswalkReview;
import org.w3id.urbis.loader.linking.LinkGraph;
import org.w3id.urbis.loader.linking.Linking;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.source.Linkage;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

/**
 * The reading of those graphs of sources for which all that is known already has to be looked at, step by step: registers,
 * what names organisations, crosswalks, and what is to be found among all that are known by then. A step is taken as it is
 * published if its files have not changed, nor anything before it by which cities, governments and organisations are recognised.
 */
final class LinkedReading {

    private final Reading reading;
    private final Gathered gathered;
    private final BaseIri base;
    private final EarlierSources earlier;
    private final Optional<Before> before;
    private final LocalDate today;
    private final Set<SourceGraph> unchanged;
    /** The graphs of the steps that are still to come. */
    private final Set<Node> unread = new HashSet<>();

    LinkedReading(Reading reading, EarlierSources earlier, Optional<Before> before, LocalDate today) {
        this.reading = reading;
        this.gathered = reading.gathered();
        this.base = gathered.base();
        this.earlier = earlier;
        this.before = before;
        this.today = today;
        this.unchanged = before.map(
                        current -> current.unchangedLinked(reading.selection().read()))
                .orElse(Set.of());
    }

    /** Some graphs of a source that are filled together. */
    private record Step(Source source, List<SourceGraph> graphs) {

        List<Node> filled() {
            return graphs.stream()
                    .flatMap(graph -> graph.linkage() == Linkage.MATCHED
                            ? Stream.of(graph.name(), LinkGraph.of(graph.name()))
                            : Stream.of(graph.name()))
                    .toList();
        }
    }

    /** Reads, or takes as it is published, all that is linked. */
    void read() {
        List<Step> registers = each(Linkage.REGISTER);
        List<Step> referring = each(Linkage.REFERRING);
        List<Step> crosswalks = together(Linkage.CANDIDATES);
        List<Step> matched = together(Linkage.MATCHED);
        List<Step> all = Stream.of(registers, referring, crosswalks, matched)
                .flatMap(List::stream)
                .toList();
        all.forEach(step -> unread.addAll(step.filled()));
        boolean anyIsRead = !all.stream().allMatch(this::holds);
        if (anyIsRead && !registers.isEmpty()) {
            new KnownThings(gathered.known(), base).addTo(reading.reference());
        }
        takeTogether(registers);
        for (Step step : referring) {
            if (anyIsRead) {
                new KnownThings(gathered.known(), base).addOrganizationsTo(reading.reference());
            }
            takeTogether(List.of(step));
        }
        crosswalks.forEach(step -> take(step, this::keepReviewed, this::review));
        matched.forEach(step -> take(step, this::keepLinked, this::link));
    }

    /** A step for each graph: of these it does not matter which of them are read, or each may need the one before. */
    private List<Step> each(Linkage linkage) {
        return together(linkage).stream()
                .flatMap(step -> step.graphs().stream().map(graph -> new Step(step.source(), List.of(graph))))
                .toList();
    }

    private List<Step> together(Linkage linkage) {
        return reading.selection().read().stream()
                .sorted(Comparator.comparing(Source::id))
                .map(source -> new Step(source, Reading.graphs(source, linkage)))
                .filter(step -> !step.graphs().isEmpty())
                .toList();
    }

    /** Whether a step would fill its graphs as they are published. */
    private boolean holds(Step step) {
        return unchanged.containsAll(step.graphs())
                && gathered.isRecognisedAlike(step.graphs().getFirst().linkage(), unread);
    }

    /** Reads files side by side that do not need each other. */
    private void takeTogether(List<Step> steps) {
        List<Step> kept = steps.stream().filter(this::holds).toList();
        kept.forEach(step -> gathered.keep(step.filled()));
        reading.take(steps.stream().flatMap(step -> step.graphs().stream()).toList());
        steps.forEach(this::done);
    }

    private void take(Step step, Consumer<Step> kept, Consumer<Step> read) {
        if (holds(step)) {
            gathered.keep(step.filled());
            reading.take(step.graphs());
            kept.accept(step);
        } else {
            read.accept(step);
        }
        done(step);
    }

    private void done(Step step) {
        step.filled().forEach(unread::remove);
    }

    private void keepReviewed(Step step) {
        before.orElseThrow().notices(step.source()).forEach(reading::note);
    }

    /** Reads the tables of a crosswalk together and keeps of their matches what is not wrong. */
    private void review(Step step) {
        CrosswalkReview.Reviewed reviewed =
                new CrosswalkReview(gathered.known(), base).review(reading.read(step.graphs()));
        gathered.add(reviewed.quads());
        reviewed.reasons()
                .forEach((match, reason) -> reading.note(Finding.of(
                        new Position(step.source().description().label(), 0, 0),
                        Severity.INFO,
                        Check.SYNTAX,
                        Wording.of(
                                "syntax.other",
                                "message",
                                "Set aside: <" + match.getSubject().getURI() + "> may be <"
                                        + match.getObject().getURI() + "> ("
                                        + reviewed.rows().getOrDefault(match, "row not told") + "). " + reason))));
    }

    private void keepLinked(Step step) {
        reading.noteLinks(step.source(), before.orElseThrow().links(step.source()));
        describe(step);
    }

    /** Looks for the cities of a source among all that are known, those of its graphs before included. */
    private void link(Step step) {
        EarlierLinks days = new EarlierLinks(earlier, step.source(), base, today);
        for (SourceGraph graph : step.graphs()) {
            Linking.Linked linked =
                    new Linking(gathered.known(), base, days).link(graph.name(), reading.read(List.of(graph)));
            gathered.add(linked.quads());
            reading.noteLinks(step.source(), linked.count());
        }
        describe(step);
    }

    private void describe(Step step) {
        step.graphs().forEach(graph -> gathered.add(LinkGraph.described(step.source(), graph, base)));
    }
}
