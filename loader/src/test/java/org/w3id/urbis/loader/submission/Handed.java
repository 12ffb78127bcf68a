package org.w3id.urbis.loader.submission;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Entries and actors for tests. */
final class Handed {

    static final Actor ANNA = new Actor("Anna", Role.SUBMITTER, "token:aaaaaaaa");
    static final Actor BEN = new Actor("Ben", Role.SUBMITTER, "token:bbbbbbbb");
    static final Actor CLARA = new Actor("Clara", Role.CURATOR, "token:cccccccc");

    private Handed() {}

    static Entry in(String text) {
        return named("network.ttl", text, Optional.empty());
    }

    static Entry correcting(Submission earlier, String text) {
        return named("network.ttl", text, Optional.of(earlier.id()));
    }

    static Entry named(String fileName, String text, Optional<String> corrects) {
        return new Entry(fileName, "ttl", "text/turtle", text.getBytes(StandardCharsets.UTF_8), "{}\n", 3, 1, corrects);
    }
}
