package org.w3id.urbis.loader.validation;

import java.util.List;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.identity.Skolemiser;
import org.w3id.urbis.loader.identity.Unnamed;

/** Finds the blank nodes that could not be loaded, because no name of theirs would stay the same. */
final class UnnameableNodes {

    private UnnameableNodes() {}

    /** Reports each of them where it is first written. */
    static List<Finding> in(LocatedFile file) {
        return new Skolemiser(BaseIri.URBIS)
                .skolemise(file.quads()).unnamed().stream()
                        .map(unnamed -> Finding.of(
                                        place(file, unnamed),
                                        Severity.VIOLATION,
                                        Check.UNNAMEABLE_NODE,
                                        Wording.of(
                                                "blank-node." + unnamed.reason().name()))
                                .with(Wording.of("blank-node.fix")))
                        .toList();
    }

    private static Position place(LocatedFile file, Unnamed unnamed) {
        PositionIndex index = file.index();
        long place = index.firstMention(unnamed.blank())
                .orElseGet(() -> index.object(unnamed.quad().asTriple()).orElse(0));
        return file.position(place);
    }
}
