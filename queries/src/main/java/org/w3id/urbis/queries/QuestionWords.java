package org.w3id.urbis.queries;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The words of the questions that ship, in one language: English stands in the questions themselves, the others in
 * {@code words/<language>.properties} beside them. What has no words in a language is told in English.
 */
public final class QuestionWords {
    private static final String ENGLISH = "en";
    private static final String FOLDER = "words/";
    private static final String ENDING = ".properties";
    private static final Map<String, QuestionWords> SHIPPED = shipped();

    private final String lang;
    private final Properties texts;

    private QuestionWords(String lang, Properties texts) {
        this.lang = lang;
        this.texts = texts;
    }

    /**
     * Some words.
     *
     * @param text the words
     * @param lang the tag of their language
     */
    public record Phrase(String text, String lang) {}

    private static Map<String, QuestionWords> shipped() {
        ResourceFolder folder = ResourceFolder.onClasspath("urbis/queries");
        Map<String, QuestionWords> words = new TreeMap<>();
        for (String file : folder.names(ENDING)) {
            if (file.startsWith(FOLDER)) {
                String lang = file.substring(FOLDER.length(), file.length() - ENDING.length());
                Properties texts = new Properties();
                try {
                    texts.load(new StringReader(folder.text(file)));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
                words.put(lang, new QuestionWords(lang, texts));
            }
        }
        return Map.copyOf(words);
    }

    /** The words of a language; those of English for one that there are no words of. */
    public static QuestionWords of(String lang) {
        return SHIPPED.getOrDefault(lang, new QuestionWords(ENGLISH, new Properties()));
    }

    /** The languages that there are words of, without English. */
    static Set<String> languages() {
        return SHIPPED.keySet();
    }

    /** What the answer to a question is, in a few words. */
    public Phrase summary(CatalogueQuery query) {
        return phrase(query.name() + ".summary", query.summary());
    }

    /** The question as somebody would ask it. */
    public Phrase question(CatalogueQuery query) {
        return phrase(query.name() + ".question", query.question());
    }

    /** What a parameter means. */
    public Phrase parameter(Parameter parameter) {
        return phrase("parameter." + key(parameter.description()), parameter.description());
    }

    /** What a tag is called. The tag itself stays the same in every language. */
    public Phrase tag(String tag) {
        return phrase("tag." + key(tag), tag);
    }

    private Phrase phrase(String key, String english) {
        return Optional.ofNullable(texts.getProperty(key))
                .map(text -> new Phrase(text, lang))
                .orElseGet(() -> new Phrase(english, ENGLISH));
    }

    /** {@code the measure, from the code list} as {@code the-measure-from-the-code-list}. */
    private static String key(String english) {
        return english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The keys of the texts in the file of the language. */
    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
