package org.w3id.urbis.loader.validation;

import java.util.List;

/**
 * What came of validating files.
 *
 * @param files    the files as they were read, in the order given
 * @param findings what was found, sorted by file, line and column
 * @param remarks  what is worth knowing of the shapes by which they were judged, and no fault of the files
 */
public record ValidationResult(List<LocatedFile> files, List<Finding> findings, List<Finding> remarks) {

    /** Copies what it is given. */
    public ValidationResult {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
        findings = findings.stream().sorted().toList();
    }

    /**
     * Makes a result without remarks.
     *
     * @param files    the files as they were read, in the order given
     * @param findings what was found
     */
    public ValidationResult(List<LocatedFile> files, List<Finding> findings) {
        this(files, findings, List.of());
    }

    /**
     * Counts findings.
     *
     * @param severity which to count
     * @return how many there are of that severity
     */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * Tells whether the files may enter.
     *
     * @return true if there is no violation; warnings do not count
     */
    public boolean isAcceptable() {
        return count(Severity.VIOLATION) == 0;
    }

    /**
     * Tells whether everything that was found is told.
     *
     * @return false if the check ended at a limit, so that there may be more wrong than the findings say
     */
    public boolean isComplete() {
        return findings.stream().noneMatch(Finding::isUnfinished);
    }

    /**
     * Counts statements.
     *
     * @return how many were read from all files, repetitions included
     */
    public long statementCount() {
        return files.stream().mapToLong(file -> file.quads().size()).sum();
    }
}
