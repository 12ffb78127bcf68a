package org.w3id.urbis.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;

/** What was found when all files were read: a later finding of the same, made without these files, has the same place. */
final class FoundBefore {

    private final List<Finding> findings;
    private final Map<JsonObject, List<Finding>> placed;

    FoundBefore(List<Finding> findings) {
        this.findings = findings;
        this.placed = findings.stream().collect(Collectors.groupingBy(FoundBefore::withoutPlace));
    }

    private static JsonObject withoutPlace(Finding finding) {
        return FindingJson.of(finding.at(Position.NOWHERE));
    }

    /**
     * All that is doubtful now.
     *
     * @param now what was found now of all things, with places in some files only
     * @return it with its places, and what was said of files as such; empty if one has no place here or there
     */
    Optional<List<Finding>> placed(List<Finding> now) {
        List<Finding> all = new ArrayList<>(findings.stream()
                .filter(finding -> finding.focusNode().isEmpty())
                .toList());
        for (Finding finding : now) {
            if (!finding.file().isEmpty()) {
                all.add(finding);
            } else if (placed.containsKey(withoutPlace(finding))) {
                all.addAll(placed.get(withoutPlace(finding)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(all.stream().distinct().sorted().toList());
    }
}
