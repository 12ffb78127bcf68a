package org.w3id.urbis.loader.report;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.ValidationResult;

/** The files of a result by their names. */
final class Files {

    private final Map<String, LocatedFile> byName;

    Files(ValidationResult result) {
        byName = result.files().stream()
                .collect(Collectors.toMap(LocatedFile::name, Function.identity(), (first, again) -> first));
    }

    /** What is shown of the line that a finding is about; empty if it has none, or is in a workbook. */
    Optional<Excerpt> excerpt(Finding finding) {
        return file(finding).map(file -> Excerpt.of(file, finding));
    }

    /** The line that a finding is about; empty if it has none. */
    Optional<String> line(Finding finding) {
        return file(finding).map(file -> file.line(finding.line()));
    }

    private Optional<LocatedFile> file(Finding finding) {
        boolean isText = finding.position()
                .cell()
                .filter(cell -> !cell.reference().isEmpty())
                .isEmpty();
        return finding.line() == 0 || !isText ? Optional.empty() : Optional.ofNullable(byName.get(finding.file()));
    }
}
