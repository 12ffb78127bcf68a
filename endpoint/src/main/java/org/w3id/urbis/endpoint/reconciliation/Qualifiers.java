package org.w3id.urbis.endpoint.reconciliation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3id.urbis.loader.names.Codes;
import org.w3id.urbis.loader.names.FoldedText;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.loader.names.Similarity;

/** What stands behind a name, compared with where things of that name are. */
final class Qualifiers {

    /** A code is shorter than a name: two things may have the same by chance, such as Saskatchewan and Slovakia. */
    private static final int LONGEST_CODE = 3;

    private final List<Qualifier> qualifiers;
    private final PlaceResolver resolver;

    /**
     * One piece.
     *
     * @param text   as it stands there
     * @param called finds the names that are the same
     * @param meant  IRIs of the countries and regions that have this name or code
     */
    private record Qualifier(String text, Similarity called, Set<String> meant) {}

    Qualifiers(AskedName asked, PlaceResolver resolver) {
        this.resolver = resolver;
        this.qualifiers = asked.qualifiers().stream()
                .map(text -> new Qualifier(text, new Similarity(FoldedText.of(text), false), meant(text)))
                .toList();
    }

    private Set<String> meant(String text) {
        Set<String> meant = new LinkedHashSet<>(resolver.places(text));
        meant.addAll(resolver.countries(List.of(text)));
        return meant;
    }

    /** Whether a thing lies where a qualifier says, or is also called so. */
    boolean fit(NamedThing thing) {
        return qualifiers.stream()
                .anyMatch(qualifier -> qualifier.meant().stream().anyMatch(thing.within()::contains)
                        || resolver.isCoded(thing, Codes.plain(qualifier.text()))
                        || thing.names().stream()
                                .anyMatch(
                                        name -> qualifier.called().of(FoldedText.of(name.text())) == Similarity.SAME));
    }

    /** Whether a qualifier names, by more than a short code, a place that is known: who does not lie there is not meant. */
    boolean nameAPlace() {
        return qualifiers.stream()
                .anyMatch(qualifier -> qualifier.text().length() > LONGEST_CODE
                        && !qualifier.meant().isEmpty());
    }
}
