package org.w3id.urbis.loader.names;

import java.util.Collection;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param text      a name, part of one, or a code; in any script
 * @param types     IRIs of classes, one of which the thing must have; empty for any
 * @param countries IRIs of countries, one of which must be the thing's; empty for any
 * @param within    IRIs of places, one of which must hold the thing; empty for anywhere
 * @param beginning whether the text may be the beginning of a name or of its last word, as when somebody is still typing
 * @param typos     whether names that differ by a letter or two are found
 * @param limit     most matches wanted, 1 to 10,000
 */
public record NameQuery(
        String text,
        Set<String> types,
        Set<String> countries,
        Set<String> within,
        boolean beginning,
        Typos typos,
        int limit) {

    /** The largest limit. */
    public static final int MOST = 10_000;

    /** When names that differ by a letter or two are found. */
    public enum Typos {
        /** Never. */
        NEVER,
        /** If no name is just as asked for: for those who search. */
        OTHERWISE,
        /** Always, with names of which only some words are in the text: for those who match lists. */
        ALWAYS
    }

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if the limit is out of range
     */
    public NameQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("The limit is 1 to " + MOST + ", not " + limit);
        }
        types = Set.copyOf(types);
        countries = Set.copyOf(countries);
        within = Set.copyOf(within);
    }

    /** Looks for a name as people search: beginnings count, and typos if there is nothing else; ten matches. */
    public static NameQuery of(String text) {
        return new NameQuery(text, Set.of(), Set.of(), Set.of(), true, Typos.OTHERWISE, 10);
    }

    /** Looks for a whole name as it stands in somebody's list, whatever its typos; ten matches. */
    public static NameQuery matching(String text) {
        return new NameQuery(text, Set.of(), Set.of(), Set.of(), false, Typos.ALWAYS, 10);
    }

    /** The same among things of some classes. */
    public NameQuery ofTypes(Collection<String> classes) {
        return new NameQuery(text, Set.copyOf(classes), countries, within, beginning, typos, limit);
    }

    /** The same in some countries. */
    public NameQuery inCountries(Collection<String> iris) {
        return new NameQuery(text, types, Set.copyOf(iris), within, beginning, typos, limit);
    }

    /** The same within some places. */
    public NameQuery within(Collection<String> iris) {
        return new NameQuery(text, types, countries, Set.copyOf(iris), beginning, typos, limit);
    }

    /** The same with more matches or fewer. */
    public NameQuery limit(int most) {
        return new NameQuery(text, types, countries, within, beginning, typos, most);
    }

    /** The same with other rules for typos. */
    public NameQuery typos(Typos rule) {
        return new NameQuery(text, types, countries, within, beginning, rule, limit);
    }
}
