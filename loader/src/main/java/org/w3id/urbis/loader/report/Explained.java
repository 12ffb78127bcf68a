package org.w3id.urbis.loader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Severity;
import org.w3id.urbis.loader.validation.Wording;

/**
 * What is said below the message of a finding: its reasons, and theirs, and how to mend it.
 *
 * @param depth how deep it is below the message, 1 or more
 * @param label what it is, in the reader's language
 * @param words what is said
 */
record Explained(int depth, String label, String words) {

    /** Lists what there is to say of a finding, in order; nothing if the message says all. */
    static List<Explained> of(Finding finding, Messages messages) {
        List<Explained> explained = new ArrayList<>();
        reasons(finding, 1, messages, explained);
        finding.fix()
                .ifPresent(fix -> explained.add(
                        new Explained(1, messages.text(Wording.of("report.fix")), messages.text(fix.wording()))));
        return explained;
    }

    /** The reader's word for a severity. */
    static String severity(Severity severity, Messages messages) {
        return messages.text(Wording.of("severity." + severity.name().toLowerCase(Locale.ROOT)));
    }

    private static void reasons(Finding finding, int depth, Messages messages, List<Explained> explained) {
        for (Finding reason : finding.inner()) {
            explained.add(
                    new Explained(depth, messages.text(Wording.of("report.because")), messages.text(reason.wording())));
            reasons(reason, depth + 1, messages, explained);
        }
    }
}
