package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.riot.system.PrefixMapStd;
import org.w3id.urbis.shapes.Spelling;

/**
 * The prefixes of one file. One that is used and not declared is reported once, and guessed, so that reading goes on
 * and the author learns of all faults in one go.
 */
final class ForgivingPrefixes extends PrefixMapStd {

    /** Begins the IRIs that stand for names whose prefix nobody can guess. */
    static final String UNKNOWN = "urn:urbis:undefined-prefix:";

    private static final Pattern DECLARATION = Pattern.compile("^@?[a-zA-Z]+\\s+([\\w.-]*)\\s*:?\\s*(?:<([^>\\s]+))?");

    private final Map<String, String> known;
    private final Set<String> reported = new HashSet<>();
    private Optional<Undefined> latest = Optional.empty();
    private boolean guessless;

    /** Makes an empty map that can guess the given prefixes. */
    ForgivingPrefixes(Map<String, String> known) {
        this.known = known;
    }

    @Override
    public String expand(String prefix, String local) {
        String expanded = super.expand(prefix, local);
        if (expanded != null) {
            return expanded;
        }
        List<String> guesses = guesses(prefix);
        if (reported.add(prefix)) {
            latest = Optional.of(new Undefined(prefix, guesses));
        }
        if (guesses.size() == 1) {
            return iri(guesses.getFirst()) + local;
        }
        guessless = true;
        return UNKNOWN + prefix + ":" + local;
    }

    /** Hands out, once, the undefined prefix of the latest name; empty if it is defined or was reported before. */
    Optional<Undefined> takeUndefined() {
        Optional<Undefined> taken = latest;
        latest = Optional.empty();
        return taken;
    }

    /** Takes from a declaration that is not well written what can be taken, so that one fault is told once. */
    void salvage(String broken) {
        Matcher declaration = DECLARATION.matcher(broken);
        if (declaration.find()) {
            String prefix = declaration.group(1);
            String iri = Optional.ofNullable(declaration.group(2)).orElse(known.get(prefix));
            if (iri == null) {
                reported.add(prefix);
            } else if (get(prefix) == null) {
                add(prefix, iri);
            }
        }
    }

    /** Tells whether a name got an IRI that its author cannot have meant. */
    boolean isGuessless() {
        return guessless;
    }

    private List<String> guesses(String prefix) {
        if (known.containsKey(prefix)) {
            return List.of(prefix);
        }
        Set<String> candidates = new TreeSet<>(known.keySet());
        candidates.addAll(getMapping().keySet());
        return new ArrayList<>(Spelling.nearest(prefix, candidates));
    }

    private String iri(String prefix) {
        return getMapping().getOrDefault(prefix, known.get(prefix));
    }

    /** Says what is wrong with a prefix, and what would mend it. */
    final class Undefined {

        private final String prefix;
        private final List<String> guesses;

        private Undefined(String prefix, List<String> guesses) {
            this.prefix = prefix;
            this.guesses = guesses;
        }

        Wording message() {
            return Wording.of("prefix.undefined", "prefix", prefix);
        }

        Wording fix() {
            if (guesses.isEmpty()) {
                return Wording.of("prefix.declare", "prefix", prefix);
            }
            if (guesses.getFirst().equals(prefix)) {
                return Wording.of("prefix.add", "prefix", prefix, "iri", iri(prefix));
            }
            return Meant.of(guesses.stream()
                            .<Parameter>map(guess -> Wording.of("prefix.meant", "prefix", guess, "iri", iri(guess)))
                            .toList())
                    .orElseThrow();
        }
    }
}
