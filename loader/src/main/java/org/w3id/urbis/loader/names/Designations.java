package org.w3id.urbis.loader.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * Words that stand before or after a name and only say what sort of thing it is, as in "City of Toronto" and "Kadıköy
 * Municipality", and short forms of words, as in "St. Gallen". The table is {@code urbis/names/designations.txt}.
 */
final class Designations {

    private static final List<List<String>> BEFORE = table("before:");
    private static final List<List<String>> AFTER = table("after:");
    private static final Map<String, String> SHORT = shortForms();
    private static final Set<String> ARTICLES =
            table("article:").stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());
    private static final int SHORTEST_WITH_TWO_LETTERS = 5;
    private static final String ARTICLE = "ال";
    /** Shorter words begin with these letters by themselves. */
    private static final int SHORTEST_WITH_ARTICLE = 5;

    private Designations() {}

    /** The name without them, its short forms written out, Arabic words without article; never nothing. */
    static FoldedText core(FoldedText name) {
        List<String> words = name.words();
        for (List<String> before : BEFORE) {
            if (words.size() > before.size() && words.subList(0, before.size()).equals(before)) {
                words = words.subList(before.size(), words.size());
                break;
            }
        }
        for (List<String> after : AFTER) {
            int rest = words.size() - after.size();
            if (rest > 0 && words.subList(rest, words.size()).equals(after)) {
                words = words.subList(0, rest);
                break;
            }
        }
        return new FoldedText(
                words.stream()
                        .map(word -> SHORT.getOrDefault(word, word))
                        .map(Designations::withOneLetter)
                        .toList(),
                name.own().stream().map(Designations::withoutArabicArticle).toList());
    }

    /** Of a name that {@link #core} gave, all but the article before it: "Hague" for "The Hague". */
    static FoldedText withoutArticle(FoldedText core) {
        List<String> words = core.words();
        return words.size() > 1 && ARTICLES.contains(words.getFirst())
                ? new FoldedText(words.subList(1, words.size()), core.own())
                : core;
    }

    /** Dots and rings are left out by some and written as a second letter by others: "Århus", "Aarhus". */
    private static String withOneLetter(String word) {
        return word.length() < SHORTEST_WITH_TWO_LETTERS
                ? word
                : word.replace("aa", "a").replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    private static String withoutArabicArticle(String word) {
        return word.startsWith(ARTICLE) && word.length() >= SHORTEST_WITH_ARTICLE
                ? word.substring(ARTICLE.length())
                : word;
    }

    private static List<List<String>> table(String place) {
        List<List<String>> table = new ArrayList<>();
        ResourceFolder.onClasspath("urbis/names")
                .text("designations.txt")
                .lines()
                .forEach(line -> {
                    if (line.startsWith(place)) {
                        table.add(FoldedText.of(line.substring(place.length())).words());
                    }
                });
        table.sort(Comparator.comparingInt((List<String> words) -> words.size()).reversed());
        return List.copyOf(table);
    }

    private static Map<String, String> shortForms() {
        Map<String, String> forms = new HashMap<>();
        table("short:").forEach(pair -> forms.put(pair.getFirst(), pair.getLast()));
        return Map.copyOf(forms);
    }
}
