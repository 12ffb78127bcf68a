package org.w3id.urbis.loader;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.CrosswalkReview;
import org.w3id.urbis.loader.linking.LinkGraph;
import org.w3id.urbis.loader.linking.Linking;
import org.w3id.urbis.loader.linking.Recognition;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.source.Linkage;
import org.w3id.urbis.loader.source.Selection;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

/** The reading of those graphs of sources for which all that is known already has to be looked at. */
final class LinkedReading {

    private final Reading reading;
    private final Selection selection;

    LinkedReading(Reading reading) {
        this.reading = reading;
        this.selection = reading.selection();
    }

    /**
     * Takes all of them as they are published, if neither their files nor anything they are linked by has changed; otherwise
     * reads the places of registers, and then what is to be found among all that are known by then.
     */
    void read(EarlierSources earlier, Optional<Before> before, LocalDate today) {
        if (before.filter(this::holds).isPresent()) {
            keep(before.get());
        } else {
            read(earlier, today);
        }
    }

    private boolean holds(Before current) {
        Gathered gathered = reading.gathered();
        return !gathered.isWhole()
                && current.hasLinked(selection.read())
                && !gathered.differsIn(
                        new Recognition(gathered.base(), gathered.stated())::dependsOn,
                        linked().flatMap(LinkedReading::filled).collect(Collectors.toSet()));
    }

    private Stream<SourceGraph> linked() {
        return selection.read().stream()
                .flatMap(source -> source.graphs().stream())
                .filter(graph -> graph.file().isPresent() && graph.linkage() != Linkage.NONE);
    }

    /** The graphs that are filled when one is read. */
    private static Stream<Node> filled(SourceGraph graph) {
        return graph.linkage() == Linkage.MATCHED
                ? Stream.of(graph.name(), LinkGraph.of(graph.name()))
                : Stream.of(graph.name());
    }

    private void keep(Before current) {
        reading.gathered().keep(linked().flatMap(LinkedReading::filled).toList());
        reading.take(linked().toList());
        for (Source source : selection.read()) {
            for (SourceGraph graph : Reading.graphs(source, Linkage.MATCHED)) {
                reading.gathered()
                        .add(LinkGraph.described(
                                source, graph, reading.gathered().base()));
            }
            if (!Reading.graphs(source, Linkage.CANDIDATES).isEmpty()) {
                current.notices(source).forEach(reading::note);
            }
            reading.noteLinks(source, current.links(source));
        }
    }

    private void read(EarlierSources earlier, LocalDate today) {
        List<SourceGraph> registers = selection.read().stream()
                .flatMap(source -> Reading.graphs(source, Linkage.REGISTER).stream())
                .toList();
        if (!registers.isEmpty()) {
            new KnownThings(whole()).addTo(reading.reference());
            reading.take(registers);
        }
        readReferring();
        selection.read().forEach(this::review);
        for (Source source : selection.read()) {
            for (SourceGraph graph : Reading.graphs(source, Linkage.MATCHED)) {
                List<Quad> quads = reading.read(List.of(graph));
                BaseIri base = whole().base();
                reading.noteLinks(
                        source,
                        new Linking(whole(), new EarlierLinks(earlier, source, base, today)).add(graph.name(), quads));
                whole().add(LinkGraph.described(source, graph, base));
            }
        }
    }

    /** Those who look among everything need everything. */
    private Candidate whole() {
        return reading.gathered().whole();
    }

    /** Reads the tables of a crosswalk together and keeps of their matches what is not wrong. */
    private void review(Source source) {
        List<SourceGraph> tables = Reading.graphs(source, Linkage.CANDIDATES);
        if (tables.isEmpty()) {
            return;
        }
        List<Quad> quads = reading.read(tables);
        new CrosswalkReview(whole())
                .add(quads)
                .forEach((match, reason) -> reading.note(Finding.of(
                        new Position(source.description().label(), 0, 0),
                        Severity.INFO,
                        Check.SYNTAX,
                        Wording.of(
                                "syntax.other",
                                "message",
                                "Set aside: <" + match.getSubject().getURI() + "> may be <"
                                        + match.getObject().getURI() + ">. " + reason))));
    }

    /** Reads one after the other what names organisations, each of which may be described by the one before. */
    private void readReferring() {
        selection.read().stream()
                .sorted(Comparator.comparing(Source::id))
                .flatMap(source -> Reading.graphs(source, Linkage.REFERRING).stream())
                .forEach(graph -> {
                    new KnownThings(whole()).addOrganizationsTo(reading.reference());
                    reading.take(List.of(graph));
                });
    }
}
