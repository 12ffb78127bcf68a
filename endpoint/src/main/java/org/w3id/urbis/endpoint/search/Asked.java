package org.w3id.urbis.endpoint.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * What is looked for.
 *
 * @param words what was typed; empty for nothing yet
 * @param kind  the only kind wanted, if any
 * @param page  of the results, from 1
 * @param limit results on a page
 * @param lang  the language that the address names, which every further page keeps; empty if it names none
 */
record Asked(String words, Optional<MainKind> kind, int page, int limit, String lang) {
    private static final int USUAL = 20;
    private static final int LARGEST = 100;
    private static final int LONGEST = 200;

    /**
     * Reads parameters.
     *
     * @throws ProblemException if one of them cannot be
     */
    static Asked of(Parameters parameters) {
        String words = parameters.one("q").orElse("").strip();
        Optional<MainKind> kind = parameters
                .one("kind")
                .filter(text -> !text.isEmpty())
                .map(text -> MainKind.named(text)
                        .orElseThrow(() -> Problem.parameter("kind", "There is no kind \"" + text + "\" of things.")
                                .exception()));
        return new Asked(
                words.substring(0, Math.min(words.length(), LONGEST)),
                kind,
                number(parameters, "page", 1, FoundNames.MOST),
                number(parameters, "limit", USUAL, LARGEST),
                parameters.one("lang").orElse(""));
    }

    private static int number(Parameters parameters, String name, int usual, int most) {
        String text = parameters.one(name).orElse(Integer.toString(usual));
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > most) {
            throw Problem.parameter(name, "The parameter \"" + name + "\" is a whole number from 1 to " + most + ".")
                    .exception();
        }
        return Integer.parseInt(text);
    }

    private String kept() {
        return lang.isEmpty() ? "" : "&lang=" + lang;
    }

    /** Where the same words are looked for without any other choice. */
    String address() {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Where the results of a kind begin. */
    String of(MainKind other) {
        return address() + "&kind=" + other.slug() + kept();
    }

    /** Where the results of all kinds begin. */
    String ofAll() {
        return address() + kept();
    }

    /** Where the same is found for readers of any language. */
    String inAnyLanguage() {
        return address() + kind.map(one -> "&kind=" + one.slug()).orElse("") + (page > 1 ? "&page=" + page : "");
    }

    /** Another page of the same results. */
    String page(int number) {
        return address() + kind.map(one -> "&kind=" + one.slug()).orElse("") + "&page=" + number + kept();
    }
}
