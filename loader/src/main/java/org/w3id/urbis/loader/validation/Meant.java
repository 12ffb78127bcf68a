package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Optional;

/** Asks whether something else was meant. */
final class Meant {

    private Meant() {}

    /** Asks for the things that were probably meant; empty if there are none. */
    static Optional<Wording> of(List<Parameter> candidates) {
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(Wording.of("meant", "meant", new Parameter.Choice(candidates)));
    }
}
