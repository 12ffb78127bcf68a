package org.w3id.urbis.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionForm;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.source.Linkage;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

/**
 * The current revision, made by this very program: what its sources stated need not be read again where they have not changed,
 * and what was judged and what followed only where the change can matter.
 */
final class Before {

    private static final Logger LOG = LoggerFactory.getLogger(Before.class);

    private final Revision revision;
    private final BaseIri base;
    private final Told told;
    private final EarlierStatements statements;

    private Before(Revision revision, BaseIri base, Told told, EarlierStatements statements) {
        this.revision = revision;
        this.base = base;
        this.told = told;
        this.statements = statements;
    }

    /** Looks at a revision; empty if another program made it, or something is missing that is needed to go on from it. */
    static Optional<Before> of(Revision revision, BaseIri base) {
        Path steps = revision.directory().resolve(Revision.STEPS);
        Optional<Told> told = Told.of(revision)
                .filter(that -> that.made().program().equals(ProgramVersion.running())
                        && that.made().base().equals(base.value()));
        if (told.isEmpty() || !Files.exists(steps)) {
            return Optional.empty();
        }
        try {
            byte[] all = Files.readAllBytes(steps);
            return RevisionForm.open(revision)
                    .flatMap(form -> EarlierStatements.of(form, base.graph("inferred"), base.graph("description"), all))
                    .map(statements -> new Before(revision, base, told.get(), statements));
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read, so everything is made again", steps, unreadable);
            return Optional.empty();
        }
    }

    /**
     * The graphs of some sources that need not be read again: they say by themselves what they say, what fills them has not
     * changed, and there is nothing to say of its files.
     */
    Set<Node> unchanged(List<Source> sources) {
        Set<String> doubtful = doubtful(finding -> finding.focusNode().isEmpty());
        Set<SourceGraph> same = told.made().unchanged(sources);
        Set<Node> unchanged = new HashSet<>();
        Set<Node> others = new HashSet<>();
        for (Source source : sources) {
            boolean doubted = doubtful.contains(source.description().label());
            for (SourceGraph graph : source.graphs()) {
                boolean asItWas = !doubted
                        && graph.linkage() == Linkage.NONE
                        && same.contains(graph)
                        && graph.file()
                                .filter(file -> doubtful.contains(file.label()))
                                .isEmpty();
                (asItWas ? unchanged : others).add(graph.name());
            }
        }
        unchanged.removeAll(others);
        return unchanged;
    }

    private Set<String> doubtful(Predicate<Finding> which) {
        return told.findings().stream().filter(which).map(Finding::file).collect(Collectors.toSet());
    }

    /** The linked graphs of some sources whose files are as they were, with nothing doubtful about them. */
    Set<SourceGraph> unchangedLinked(List<Source> sources) {
        Set<String> doubtful = doubtful(finding -> finding.severity() != Severity.INFO);
        Set<SourceGraph> same = told.made().unchanged(sources);
        return sources.stream()
                .filter(source -> !doubtful.contains(source.description().label()))
                .flatMap(source -> source.graphs().stream())
                .filter(graph -> graph.linkage() != Linkage.NONE && same.contains(graph))
                .filter(graph -> graph.file()
                        .filter(file -> doubtful.contains(file.label()))
                        .isEmpty())
                .collect(Collectors.toSet());
    }

    /** What the user should know of a source. */
    List<Finding> notices(Source source) {
        return told.findings().stream()
                .filter(finding -> finding.severity() == Severity.INFO
                        && finding.file().equals(source.description().label()))
                .toList();
    }

    /** How many cities of a source were linked. */
    LinkCount links(Source source) {
        return told.sources().stream()
                .filter(report -> report.id().equals(source.id()))
                .map(SourceReport::links)
                .findFirst()
                .orElse(LinkCount.NONE);
    }

    /** The graphs that files of the program fill. */
    Set<Node> ofProgram() {
        return ProgramGraphs.list(base.value()).stream().map(SourceGraph::name).collect(Collectors.toSet());
    }

    /** All that sources state but for the catalogue and some further graphs. */
    Set<Node> graphsBut(String graphPrefix) {
        Set<Node> graphs = new HashSet<>(statements.graphs());
        graphs.remove(base.graph("catalogue"));
        graphs.removeIf(graph -> graph.getURI().startsWith(graphPrefix));
        return graphs;
    }

    /** What it holds, and what is to change. */
    EarlierStatements statements() {
        return statements;
    }

    Revision revision() {
        return revision;
    }

    /** The nodes of which something doubtful was found. */
    Set<Node> found() {
        return told.findings().stream()
                .flatMap(finding -> finding.focusNode().stream())
                .collect(Collectors.toSet());
    }
}
