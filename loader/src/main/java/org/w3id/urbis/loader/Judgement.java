package org.w3id.urbis.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.identity.Skolemised;
import org.w3id.urbis.loader.identity.Skolemiser;
import org.w3id.urbis.loader.readform.EarlierStatements;
import org.w3id.urbis.loader.readform.EarlierView.Which;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.source.UnreadableSourceException;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Gate;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.LocatedParser;
import org.w3id.urbis.loader.validation.Locator;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.shapes.change.ChangedStatements;
import org.w3id.urbis.shapes.change.FocusPatterns;

/**
 * What the gate says of what was read. Only if it says anything are the files read once more, by the parser that knows
 * the place of each statement.
 */
final class Judgement {

    /** Endings of formats in which each line is a statement. */
    private static final Set<String> BY_LINE = Set.of("nt", "nq");

    private final Reading reading;
    private final Standard standard;
    private final Skolemiser skolemiser;

    Judgement(Reading reading, Standard standard) {
        this.reading = reading;
        this.standard = standard;
        this.skolemiser = new Skolemiser(reading.gathered().base());
    }

    /** Judges everything. */
    List<Finding> findings() {
        return placed(new Gate(standard.shapes(), standard.vocabulary())
                .judge(reading.gathered().whole().merged()));
    }

    /**
     * Judges what may be judged otherwise than before, and that of which something was found then. All else was found to be
     * well, and is.
     */
    List<Finding> findings(EarlierStatements earlier, Set<Node> found) {
        List<Quad> both = earlier.changedBefore(0);
        Optional<Set<Node>> touched = new FocusPatterns(standard.shapes().shapes())
                .touched(new ChangedStatements(both), earlier.view(Which.BOTH, 0));
        if (touched.isEmpty()) {
            return findings();
        }
        Set<Node> nodes = new HashSet<>(touched.get());
        nodes.addAll(found);
        return placed(new Gate(standard.shapes(), standard.vocabulary())
                .judgeAgain(
                        earlier.view(Which.AFTER, 0).getDefaultGraph(),
                        nodes,
                        both.stream().map(Quad::asTriple).collect(Collectors.toSet())));
    }

    private List<Finding> placed(List<Finding> findings) {
        if (findings.isEmpty()) {
            return findings;
        }
        LocatedParser parser = LocatedParser.of(standard.vocabulary());
        ConcernedLines lines = new ConcernedLines(findings.stream()
                .flatMap(finding -> finding.focusNode().stream())
                .filter(Node::isURI)
                .map(Node::getURI)
                .collect(Collectors.toSet()));
        List<LocatedFile> files = new ArrayList<>();
        for (SourceGraph graph : reading.files()) {
            if (graph.mapping().isEmpty()) {
                files.add(located(graph, parser, lines));
            }
        }
        return inTables(new Locator(files).locate(findings));
    }

    /** What no file with statements mentions may have been made by a mapping. */
    private List<Finding> inTables(List<Finding> findings) {
        List<Finding> placed = new ArrayList<>(findings);
        for (SourceGraph graph : reading.files()) {
            if (graph.mapping().isPresent()
                    && placed.stream().anyMatch(finding -> finding.file().isEmpty())) {
                Map<Node, Long> lines = reading.lines(graph);
                placed.replaceAll(finding -> finding.file().isEmpty()
                        ? finding.focusNode()
                                .map(lines::get)
                                .map(line -> at(graph, line, finding))
                                .orElse(finding)
                        : finding);
            }
        }
        return placed.stream().sorted().toList();
    }

    private static Finding at(SourceGraph graph, long line, Finding finding) {
        return finding.at(new Position(graph.file().orElseThrow().label(), (int) line, 0));
    }

    private LocatedFile located(SourceGraph graph, LocatedParser parser, ConcernedLines lines) {
        SourceFile file = graph.file().orElseThrow();
        RdfFormat format = RdfFormat.ofFileName(file.label()).orElseThrow();
        try (InputStream in = file.open()) {
            byte[] content = BY_LINE.contains(file.extension()) ? lines.of(in) : in.readAllBytes();
            LocatedFile located = parser.parse(file.label(), format, content);
            List<Quad> quads = located.quads().stream()
                    .map(quad -> Quad.create(graph.name(), quad.asTriple()))
                    .toList();
            Skolemised names = skolemiser.skolemise(quads);
            return located.renamed(node -> CanonicalTerm.of(names.rename(node)));
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }
}
