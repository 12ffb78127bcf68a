package org.w3id.urbis.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionForm;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.validation.Finding;

/**
 * The current revision, made by this very program: what its sources stated need not be read again where they have not changed,
 * and what was judged and what followed only where the change can matter.
 */
final class Before {

    /** The most statements of sources that come and go for the rest to be taken over. */
    private static final int MOST = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Before.class);

    private final BaseIri base;
    private final Told told;
    private final EarlierStatements statements;
    private final Set<Node> copied = new HashSet<>();
    private final Set<Node> made;

    private Before(BaseIri base, Told told, EarlierStatements statements) {
        this.base = base;
        this.told = told;
        this.statements = statements;
        this.made = Set.of(base.graph("inferred"), base.graph("description"));
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
                    .map(statements -> new Before(base, told.get(), statements));
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read, so everything is made again", steps, unreadable);
            return Optional.empty();
        }
    }

    /** Those of some sources that need not be read again: they have not changed, and there is nothing to say of their files. */
    Set<Source> unchanged(List<Source> sources) {
        Set<String> doubtful = told.findings().stream()
                .filter(finding -> finding.focusNode().isEmpty())
                .map(Finding::file)
                .collect(Collectors.toSet());
        return sources.stream()
                .filter(told.made()::has)
                .filter(source -> !doubtful.contains(source.description().label())
                        && source.graphs().stream()
                                .flatMap(graph -> graph.file().stream())
                                .noneMatch(file -> doubtful.contains(file.label())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The graphs that files of the program fill. */
    Set<Node> ofProgram() {
        return ProgramGraphs.list(base.value()).stream().map(SourceGraph::name).collect(Collectors.toSet());
    }

    /** Copies some graphs, if they are there, into a candidate that holds nothing yet. */
    void copy(Set<Node> graphs, Candidate candidate) {
        copied.addAll(graphs);
        copied.removeAll(made);
        statements.copyStated(candidate.statements(), copied::contains);
    }

    /** Copies all that sources state but for some graphs. */
    void copyBut(String graphPrefix, Candidate candidate) {
        Set<Node> graphs = new HashSet<>(statements.graphs());
        graphs.remove(base.graph("catalogue"));
        graphs.removeIf(graph -> graph.getURI().startsWith(graphPrefix));
        copy(graphs, candidate);
    }

    /**
     * Compares what is stated now with what was.
     *
     * @return the statements and their changes; empty if too much has changed
     */
    Optional<EarlierStatements> compared(Candidate candidate) {
        DatasetGraph now = candidate.dataset();
        Set<Node> graphs = new LinkedHashSet<>(candidate.graphs());
        graphs.addAll(statements.graphs());
        graphs.removeAll(copied);
        graphs.removeAll(made);
        for (Node graph : graphs) {
            Iterator<Quad> fresh = now.find(graph, Node.ANY, Node.ANY, Node.ANY);
            while (fresh.hasNext() && statements.changes() <= MOST) {
                Quad quad = fresh.next();
                if (!statements.holds(quad)) {
                    statements.add(quad);
                }
            }
            Iterator<Quad> old = statements.find(graph);
            while (old.hasNext() && statements.changes() <= MOST) {
                Quad quad = old.next();
                if (!now.contains(quad)) {
                    statements.remove(quad);
                }
            }
        }
        return Optional.of(statements).filter(all -> all.changes() <= MOST);
    }

    /** The nodes of which something doubtful was found. */
    Set<Node> found() {
        return told.findings().stream()
                .flatMap(finding -> finding.focusNode().stream())
                .collect(Collectors.toSet());
    }
}
