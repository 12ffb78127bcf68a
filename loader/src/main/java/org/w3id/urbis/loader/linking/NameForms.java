package org.w3id.urbis.loader.linking;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.mapping.Slug;

/** Forms that the name of a place may have in another list. */
final class NameForms {

    private static final Pattern IN_BRACKETS = Pattern.compile("^(.*?)\\s*\\((.+)\\)\\s*$");

    /** What stands before names for "city of" and the like. */
    private static final Pattern CITY_OF =
            Pattern.compile("^(city|municipality|ciudad|ville|stadt|gemeinde)-(of|de|di)-");

    /** The Arabic article, before the letters it is drawn to. */
    private static final Pattern ARTICLE = Pattern.compile("^(al|ad|an|ar|as|ash|at|az|el)-(?=.{4})");

    /** Letters for which two are written where there are none of them: Düsseldorf, Aarhus. */
    private static final Pattern TWO_FOR_ONE = Pattern.compile("([aou])(?:(?<=a)a|e)");

    /** A word for a city that some countries put behind the name, with and without which lists have it. */
    private static final List<String> BEHIND = List.of("-city", "-si");

    private static final int LONG = 9;

    private NameForms() {}

    /**
     * Without the state that follows a comma or the words in brackets, these words by themselves, with and without a word
     * for a city, without the article, and with one letter for two.
     *
     * @param names  as they are printed
     * @param folded the same without accents and the like, which are left out of the answer
     */
    static Set<String> of(Collection<String> names, Collection<String> folded) {
        Set<String> variants = new LinkedHashSet<>();
        for (String name : names) {
            Matcher bracketed = IN_BRACKETS.matcher(name);
            List<String> forms =
                    bracketed.matches() ? List.of(name, bracketed.group(1), bracketed.group(2)) : List.of(name);
            for (String form : forms) {
                String plain = Slug.of(form.replaceFirst(",.*$", ""));
                variants.add(plain);
                for (String word : BEHIND) {
                    variants.add(
                            plain.endsWith(word) ? plain.substring(0, plain.length() - word.length()) : plain + word);
                }
                variants.add(CITY_OF.matcher(plain).replaceFirst(""));
                variants.add(ARTICLE.matcher(plain).replaceFirst(""));
                variants.add(TWO_FOR_ONE.matcher(plain).replaceAll("$1"));
            }
        }
        variants.removeAll(folded);
        variants.remove("");
        return variants;
    }

    /** Names of nine letters or more with one of them left out, the first excepted: Davanagere is Davangere. */
    static Set<String> withoutALetter(Collection<String> folded) {
        Set<String> near = new LinkedHashSet<>();
        for (String name : folded) {
            for (int i = 1; i < name.length() && name.length() >= LONG; i++) {
                near.add(name.substring(0, i) + name.substring(i + 1));
            }
        }
        near.removeAll(folded);
        return near;
    }
}
