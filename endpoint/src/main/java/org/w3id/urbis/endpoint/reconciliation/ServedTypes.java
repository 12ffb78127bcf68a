package org.w3id.urbis.endpoint.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.ontology.Urbis;

/** The classes whose things can be reconciled, in the order in which clients should offer them. */
final class ServedTypes {

    static final String COUNTRY = Urbis.NS + "Country";
    static final String REGION = Urbis.NS + "Region";
    static final String PLACE = Urbis.NS + "Place";

    /** Each class with the class it is a kind of, if that is served too, and its name for want of one in the graph. */
    private static final Map<String, Described> TYPES = types();

    private ServedTypes() {}

    private record Described(String name, Optional<String> broader) {}

    private static Map<String, Described> types() {
        Map<String, Described> types = new LinkedHashMap<>();
        types.put(Urbis.CITY, new Described("city", Optional.empty()));
        types.put(Urbis.LOCAL_GOVERNMENT, new Described("local government", Optional.of(Urbis.ORGANIZATION)));
        types.put(Urbis.NETWORK, new Described("network", Optional.of(Urbis.ORGANIZATION)));
        types.put(Urbis.AGENCY, new Described("agency", Optional.of(Urbis.ORGANIZATION)));
        types.put(Urbis.ORGANIZATION, new Described("organisation", Optional.empty()));
        types.put(COUNTRY, new Described("country", Optional.empty()));
        types.put(REGION, new Described("region", Optional.empty()));
        types.put(Urbis.FRAMEWORK_CLASS, new Described("framework", Optional.empty()));
        types.put(Urbis.FRAMEWORK_ELEMENT, new Described("framework element", Optional.empty()));
        types.put(Urbis.PROGRAMME, new Described("programme", Optional.empty()));
        types.put(Urbis.PROJECT, new Described("project", Optional.empty()));
        types.put(Urbis.EVENT, new Described("event", Optional.empty()));
        return types;
    }

    /** Their IRIs, in order. */
    static List<String> all() {
        return List.copyOf(TYPES.keySet());
    }

    /** Whether things of a class can be reconciled. */
    static boolean serves(String type) {
        return TYPES.containsKey(type);
    }

    /** The wider class of a class that is served, if that is served as well. */
    static Optional<String> broader(String type) {
        return Optional.ofNullable(TYPES.get(type)).flatMap(Described::broader);
    }

    /** Its English name. */
    static String name(String type) {
        return TYPES.get(type).name();
    }

    /**
     * The IRI of a type that a client names.
     *
     * @param id its IRI, or the end of an IRI of ours, such as {@code City}
     */
    static String iri(String id) {
        String stripped = id.strip();
        return stripped.contains(":") ? stripped : Urbis.NS + stripped;
    }

    /** Those of a thing's classes that are served, in order. */
    static List<String> of(Set<String> types) {
        return TYPES.keySet().stream().filter(types::contains).toList();
    }
}
