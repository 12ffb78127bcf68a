package org.w3id.urbis.endpoint.reconciliation;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.ontology.Urbis;

/** Calls things, types and properties by their names in the reader's language. */
final class Naming {

    private static final List<String> COUNTED = List.of(Urbis.CITY, ServedTypes.COUNTRY, ServedTypes.REGION);

    private final NameIndex names;
    private final Languages languages;
    private final Map<String, Name> known = new HashMap<>();

    Naming(NameIndex names, Languages languages) {
        this.names = names;
        this.languages = languages;
    }

    Languages languages() {
        return languages;
    }

    /** The name of a thing. */
    Name of(NamedThing thing) {
        return thing.name(languages::rank);
    }

    /** The name of whatever has an IRI; for want of one, the end of the IRI. */
    Name of(String iri) {
        return known.computeIfAbsent(iri, any -> names.find(iri)
                .map(this::of)
                .orElseGet(() -> ServedTypes.serves(iri)
                        ? new Name(ServedTypes.name(iri), "en", Name.Role.PREFERRED)
                        : new Name(Identifiers.localName(iri), "", Name.Role.PREFERRED)));
    }

    /** The language that texts are wanted in. */
    String language() {
        return languages.first();
    }

    /** A few words that tell a thing from its namesakes: what it is, where it lies, how many live there. */
    String description(NamedThing thing) {
        StringJoiner words = new StringJoiner(", ");
        List<String> types = ServedTypes.of(thing.types());
        if (!types.isEmpty()) {
            words.add(of(types.getFirst()).text());
        }
        thing.country()
                .filter(country -> !country.equals(thing.iri()))
                .ifPresent(country -> words.add(of(country).text()));
        if (thing.population() > 0 && thing.types().stream().anyMatch(COUNTED::contains)) {
            words.add(of(Terms.POPULATION).text() + " "
                    + NumberFormat.getIntegerInstance(Locale.forLanguageTag(languages.first()))
                            .format(thing.population()));
        }
        Optional<Name> other = thing.names().stream()
                .filter(name -> name.role() == Name.Role.ABBREVIATION)
                .findFirst();
        other.filter(name -> !name.text().equals(of(thing).text())).ifPresent(name -> words.add(name.text()));
        return words.toString();
    }
}
