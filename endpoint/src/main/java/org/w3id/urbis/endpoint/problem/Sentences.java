package org.w3id.urbis.endpoint.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The English sentences in which parts of the program say what is wrong, with places for what differs from case to case: by
 * them a message is found again in the words of another language, whoever wrote it. A value that stands in no quotation
 * marks may be such a sentence itself.
 */
final class Sentences {
    /** What the keys of sentences begin with in the files of all languages. */
    static final String KEY = "said.";

    /** Longer texts are not taken apart: they hold what somebody else wrote. */
    private static final int LONGEST = 2000;

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final List<Sentence> sentences;

    /**
     * Takes the sentences of a file, and those of the known details.
     *
     * @param english key to sentence
     */
    Sentences(Properties english) {
        List<Sentence> all = new ArrayList<>();
        english.stringPropertyNames().stream()
                .filter(key -> key.startsWith(KEY))
                .map(key -> Sentence.of(key, english.getProperty(key)))
                .forEach(all::add);
        Arrays.stream(ProblemDetail.values())
                .filter(detail -> detail != ProblemDetail.AS_SAID)
                .map(detail -> Sentence.of(detail.key(), detail.english()))
                .forEach(all::add);
        // What is said around another sentence first; then, of two that fit, the one that says more itself.
        all.sort(Comparator.comparing(Sentence::isAround)
                .thenComparing(Sentence::letters)
                .reversed()
                .thenComparing(Sentence::key));
        sentences = List.copyOf(all);
    }

    /**
     * A sentence.
     *
     * @param key    its name in the files
     * @param parts  what stands before, between and behind the values
     * @param plain  for each value whether it stands in no quotation marks
     * @param places for each value its number
     */
    private record Sentence(String key, List<String> parts, List<Boolean> plain, List<Integer> places) {
        static Sentence of(String key, String text) {
            List<MatchResult> found = PLACE.matcher(text).results().toList();
            List<String> parts = new ArrayList<>();
            int from = 0;
            for (MatchResult place : found) {
                parts.add(text.substring(from, place.start()));
                from = place.end();
            }
            parts.add(text.substring(from));
            return new Sentence(
                    key,
                    List.copyOf(parts),
                    found.stream()
                            .map(place -> place.start() == 0 || "\"<".indexOf(text.charAt(place.start() - 1)) < 0)
                            .toList(),
                    found.stream()
                            .map(place -> Integer.parseInt(place.group(1)))
                            .toList());
        }

        int letters() {
            return parts.stream().mapToInt(String::length).sum();
        }

        boolean isAround() {
            return parts.getFirst().isEmpty();
        }

        /** The values of a text that is this sentence, in the order in which they stand in it; empty if it is another. */
        Optional<List<String>> values(String text) {
            String last = parts.getLast();
            if (!text.startsWith(parts.getFirst()) || !text.endsWith(last) || text.length() < letters()) {
                return Optional.empty();
            }
            List<String> values = new ArrayList<>();
            int from = parts.getFirst().length();
            for (int i = 1; i < parts.size(); i++) {
                int at = i == parts.size() - 1 ? text.length() - last.length() : text.indexOf(parts.get(i), from);
                if (at < from) {
                    return Optional.empty();
                }
                values.add(text.substring(from, at));
                from = at + parts.get(i).length();
            }
            return parts.size() > 1 || text.length() == last.length() ? Optional.of(values) : Optional.empty();
        }
    }

    /**
     * Says in another language what was said in English.
     *
     * @param texts key to sentence in that language
     * @return empty if it is none of the sentences
     */
    Optional<String> told(String english, Properties texts) {
        if (english.length() > LONGEST) {
            return Optional.empty();
        }
        for (Sentence sentence : sentences) {
            Optional<List<String>> found = sentence.values(english);
            if (found.isPresent() && texts.containsKey(sentence.key())) {
                return Optional.of(
                        ProblemDetail.filled(texts.getProperty(sentence.key()), inOrder(sentence, found.get(), texts)));
            }
        }
        return Optional.empty();
    }

    private List<String> inOrder(Sentence sentence, List<String> values, Properties texts) {
        String[] ordered = new String[values.size()];
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            ordered[sentence.places().get(i)] =
                    sentence.plain().get(i) ? told(value, texts).orElse(value) : value;
        }
        return List.of(ordered);
    }
}
