package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** How many keystrokes the IRI of a prefix may be from the usual one to be taken for a slip of the pen. */
    private static final int SLIP = 2;

    /** Of a long IRI this part may be lost: a word of it. */
    private static final int PART = 5;

    private final KnownPrefixes known;
    private final Map<String, String> misdeclared = new TreeMap<>();
    private final Set<String> reported = new HashSet<>();
    private Optional<Undefined> latest = Optional.empty();
    private boolean guessless;

    /** Makes an empty map that can guess the given prefixes. */
    ForgivingPrefixes(KnownPrefixes known) {
        this.known = known;
    }

    /** Declares a prefix; where its IRI is that of a known prefix but for a slip of the pen, as the known one. */
    @Override
    public void add(String prefix, String iri) {
        String usual = known.usual(prefix, iri).orElse(iri);
        boolean isSlip = !usual.equals(iri)
                && !isSameByAnotherScheme(usual, iri)
                && Spelling.distance(usual, iri) <= Math.max(SLIP, usual.length() / PART);
        if (isSlip) {
            misdeclared.put(prefix, iri);
        }
        super.add(prefix, isSlip ? usual : iri);
    }

    /** Whether both are written, as that of schema.org is: with http and with https. Ours is written in one way. */
    private static boolean isSameByAnotherScheme(String usual, String iri) {
        return !usual.startsWith(LocatedParser.BASE)
                && usual.replaceFirst("^https?:", "").equals(iri.replaceFirst("^https?:", ""));
    }

    /** The prefixes whose IRI is mistyped, with the IRI as it is declared. */
    Map<String, String> misdeclared() {
        return misdeclared;
    }

    @Override
    public String expand(String prefix, String local) {
        String expanded = super.expand(prefix, local);
        if (expanded != null) {
            return expanded;
        }
        List<String> guesses = guesses(prefix);
        if (reported.add(prefix)) {
            Map<String, String> iris = new TreeMap<>();
            guesses.forEach(guess -> iris.put(guess, iri(guess)));
            latest = Optional.of(
                    new Undefined(prefix, iris, declaredFor(known.all().get(prefix))));
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
            String iri =
                    Optional.ofNullable(declaration.group(2)).orElse(known.all().get(prefix));
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
        if (known.all().containsKey(prefix)) {
            return List.of(prefix);
        }
        Set<String> candidates = new TreeSet<>(known.all().keySet());
        candidates.addAll(getMapping().keySet());
        return new ArrayList<>(Spelling.nearest(prefix, candidates));
    }

    private Optional<String> declaredFor(String iri) {
        return getMapping().entrySet().stream()
                .filter(declared ->
                        declared.getValue().equals(iri) && !known.all().containsKey(declared.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String iri(String prefix) {
        return getMapping().getOrDefault(prefix, known.all().get(prefix));
    }

    /**
     * A prefix that is used and not declared.
     *
     * @param prefix  the prefix without its colon
     * @param guesses the prefixes that were probably meant, with their IRIs; the prefix itself if it is known
     * @param sameIri a prefix that is declared for the IRI that this one is known by; empty if none is
     */
    record Undefined(String prefix, Map<String, String> guesses, Optional<String> sameIri) {}
}
