package org.w3id.urbis.loader.report;

import org.w3id.urbis.loader.validation.Finding;

/** Writes where a finding is, in the form that editors and terminals make a link of. */
final class Place {

    private Place() {}

    /** File, line and column, as far as they are known, each followed by a colon, and a blank; or nothing. */
    static String of(Finding finding) {
        if (finding.file().isEmpty()) {
            return "";
        }
        StringBuilder place = new StringBuilder(finding.file()).append(':');
        if (finding.line() > 0) {
            place.append(finding.line()).append(':');
            if (finding.column() > 0) {
                place.append(finding.column()).append(':');
            }
        }
        return place.append(' ').toString();
    }
}
