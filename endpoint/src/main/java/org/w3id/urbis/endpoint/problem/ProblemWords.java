package org.w3id.urbis.endpoint.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What types of problems are called and what they mean, in one of the six languages of the United Nations: English here in
 * {@link ProblemType}, the others in {@code urbis/problems/<language>.properties}.
 */
public final class ProblemWords {
    private static final List<String> TRANSLATED = List.of("ar", "es", "fr", "ru", "zh");
    private static final Map<String, ProblemWords> BY_LANGUAGE = read();
    private static final ProblemWords ENGLISH = new ProblemWords("en", file("en"));
    private static final Sentences SENTENCES = new Sentences(ENGLISH.texts);

    private final String lang;
    private final Properties texts;

    private ProblemWords(String lang, Properties texts) {
        this.lang = lang;
        this.texts = texts;
    }

    private static Map<String, ProblemWords> read() {
        Map<String, ProblemWords> words = new LinkedHashMap<>();
        for (String lang : TRANSLATED) {
            words.put(lang, new ProblemWords(lang, file(lang)));
        }
        return Map.copyOf(words);
    }

    private static Properties file(String lang) {
        Properties texts = new Properties();
        try (InputStream in = ProblemWords.class.getResourceAsStream("/urbis/problems/" + lang + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    /** The words of a language; English for any that there are no words of. */
    public static ProblemWords of(String lang) {
        return BY_LANGUAGE.getOrDefault(lang, ENGLISH);
    }

    /** The language. */
    public String lang() {
        return lang;
    }

    /** What a type is called. */
    public String title(ProblemType type) {
        return texts.getProperty(type.slug() + ".title", type.title());
    }

    /** What a type means and what to do. */
    public String explanation(ProblemType type) {
        return texts.getProperty(type.slug() + ".about", type.explanation());
    }

    /** What is wrong in this case; in English if there are no words for it in the language. */
    public String detail(Problem problem) {
        return problem.wording()
                .filter(wording -> texts.containsKey(wording.detail().key()))
                .map(wording ->
                        ProblemDetail.filled(texts.getProperty(wording.detail().key()), wording.values()))
                .or(() -> lang.equals("en") ? Optional.empty() : SENTENCES.told(problem.detail(), texts))
                .orElse(problem.detail());
    }

    /**
     * What was said in English, in the language.
     *
     * @param english a sentence, or the part of one that other sentences are made of
     * @return empty if there are no words for it
     */
    public Optional<String> said(String english) {
        return lang.equals("en") ? Optional.of(english) : SENTENCES.told(english, texts);
    }

    /** Whether what is wrong in this case is told in the language. */
    public boolean tells(Problem problem) {
        return lang.equals("en")
                || problem.wording().isPresent()
                || SENTENCES.told(problem.detail(), texts).isPresent();
    }

    /** The texts in the file of a language; for English only the sentences that are found again by it. */
    Properties texts() {
        return texts;
    }
}
