package org.w3id.urbis.endpoint.page;

import java.time.Instant;
import java.util.List;
import org.w3id.urbis.endpoint.negotiation.Languages;

/**
 * What stands around every page.
 *
 * @param words    the words of the page's language
 * @param revision the revision answered from, as words; empty if the page needs none
 * @param switches the same page in the other languages; empty if it is to be had in one only
 */
public record Frame(Words words, String revision, List<Switch> switches) {
    /**
     * The same page in a language.
     *
     * @param lang    the language
     * @param name    what it calls itself
     * @param href    where the page is found in it
     * @param current whether it is the one shown
     */
    public record Switch(String lang, String name, String href, boolean current) {}

    /** For a page in English made from a revision. */
    public static Frame of(long number, Instant created) {
        return new Frame(Words.of("en"), revision(Words.of("en"), number, created), List.of());
    }

    /**
     * For a page that is not made from the graph, in a language.
     *
     * @param address where the page is found on this origin, with a parameter {@code lang} for each language
     */
    public static Frame of(String lang, String address) {
        Words words = Words.of(lang);
        return new Frame(words, "", switches(words, address));
    }

    /**
     * For a page made from a revision, in the language the reader wants most.
     *
     * @param address where the page is found on this origin, with a parameter {@code lang} for each language
     */
    public static Frame of(Languages languages, long number, Instant created, String address) {
        Words words = Words.of(languages.first());
        return new Frame(words, revision(words, number, created), switches(words, address));
    }

    private static List<Switch> switches(Words words, String address) {
        String join = address.contains("?") ? "&" : "?";
        return Languages.OFFERED.stream()
                .map(lang -> new Switch(
                        lang, Words.of(lang).ownName(), address + join + "lang=" + lang, lang.equals(words.lang())))
                .toList();
    }

    private static String revision(Words words, long number, Instant created) {
        return words.get("footer.revision", words.number(number), words.day(created));
    }
}
