package org.w3id.urbis.loader;

import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.publication.Change;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

/**
 * What came of a load.
 *
 * @param outcome  what was done
 * @param revision the new revision, if one was published
 * @param sources  what each source gave, sorted by id
 * @param findings what is wrong or doubtful, with places, sorted; violations only if nothing was published
 * @param stated   how many statements there are, the vocabulary's included and inferred ones not
 * @param inferred how many statements follow from them
 * @param change   what the new revision changes, or would change
 */
public record LoadReport(
        Outcome outcome,
        Optional<Revision> revision,
        List<SourceReport> sources,
        List<Finding> findings,
        long stated,
        long inferred,
        Change change) {

    /** What was done. */
    public enum Outcome {
        /** A new revision is current. */
        PUBLISHED,
        /** The current revision holds just the same, so that there is no new one. */
        UNCHANGED,
        /** Nothing was published because nothing was to be. */
        TRIED,
        /** Nothing was published because there are violations. */
        REFUSED
    }

    /** Copies the lists. */
    public LoadReport {
        sources = List.copyOf(sources);
        findings = List.copyOf(findings);
    }

    /** The same of another outcome. */
    LoadReport of(Outcome other, Optional<Revision> made) {
        return new LoadReport(other, made, sources, findings, stated, inferred, change);
    }

    /**
     * Counts findings.
     *
     * @param severity of which severity
     * @return how many there are
     */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
