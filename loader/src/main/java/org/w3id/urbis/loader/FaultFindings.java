package org.w3id.urbis.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3id.urbis.loader.record.WebPage;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.source.UnreadableSourceException;
import org.w3id.urbis.loader.validation.Check;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedParser;
import org.w3id.urbis.loader.validation.Position;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Faults of files as findings. Rio tells the line at most; the parser that validates files tells the column too, says it in
 * plainer words and knows what to do about it.
 */
final class FaultFindings {

    private final Map<String, SourceFile> files = new TreeMap<>();

    FaultFindings(List<SourceGraph> graphs) {
        // A table is read in its own way, whatever else its form may be read as.
        graphs.stream().filter(graph -> !graph.isTable()).forEach(graph -> graph.file()
                .ifPresent(file -> files.put(file.label(), file)));
    }

    List<Finding> of(List<Fault> faults) {
        Map<String, List<Fault>> byFile = new TreeMap<>();
        faults.forEach(fault ->
                byFile.computeIfAbsent(fault.file(), file -> new ArrayList<>()).add(fault));
        List<Finding> findings = new ArrayList<>();
        byFile.forEach((label, ofFile) -> {
            List<Finding> located = located(label);
            findings.addAll(
                    located.isEmpty()
                            ? ofFile.stream()
                                    .distinct()
                                    .map(FaultFindings::finding)
                                    .toList()
                            : located);
        });
        return findings.stream().sorted().toList();
    }

    private List<Finding> located(String label) {
        SourceFile file = files.get(label);
        // A source's table has columns of its own, which its mapping knows.
        Optional<RdfFormat> format = RdfFormat.ofFileName(label).filter(known -> !known.isTable());
        if (file == null || format.isEmpty() || WebPage.fault(file).isPresent()) {
            return List.of();
        }
        try (InputStream in = file.open()) {
            return LocatedParser.of(Vocabulary.shipped())
                    .parse(label, format.get(), in.readAllBytes())
                    .findings()
                    .stream()
                    .filter(finding -> finding.severity() == Severity.VIOLATION)
                    .toList();
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + label, e);
        }
    }

    private static Finding finding(Fault fault) {
        return Finding.of(
                new Position(fault.file(), (int) fault.line(), (int) fault.column()),
                Severity.VIOLATION,
                Check.SYNTAX,
                Wording.of("syntax.other", "message", fault.message()));
    }
}
