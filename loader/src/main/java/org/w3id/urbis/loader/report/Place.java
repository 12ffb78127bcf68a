package org.w3id.urbis.loader.report;

import java.util.Optional;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;

/** Writes where a finding is, in the form that editors and terminals make a link of. */
final class Place {

    private Place() {}

    /** File, line and column, or the cell of a workbook, each followed by a colon, and a blank; or nothing. */
    static String of(Finding finding) {
        if (finding.file().isEmpty()) {
            return "";
        }
        StringBuilder place = new StringBuilder(finding.file()).append(':');
        Optional<String> cell = finding.position().cell().map(Position.Cell::reference);
        if (cell.filter(reference -> !reference.isEmpty()).isPresent()) {
            return place.append(cell.get()).append(": ").toString();
        }
        if (finding.line() > 0) {
            place.append(finding.line()).append(':');
            if (finding.column() > 0) {
                place.append(finding.column()).append(':');
            }
        }
        return place.append(' ').toString();
    }
}
