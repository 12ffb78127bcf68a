package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Puts what is said of faults into a language.
 *
 * <p>The phrases stand in {@code messages_<language>.properties} beside this class, as text in UTF-8 with blanks such as
 * {@code {prefix}}. What a language lacks is said in English.
 */
public final class Messages {

    /** The languages there are: those of the United Nations, as tags of BCP 47, in the order of the tags. */
    public static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "ru", "zh");

    private static final String BUNDLE = Messages.class.getPackageName() + ".messages";
    private static final Pattern BLANK = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle phrases;

    private Messages(Locale locale) {
        this.locale = locale;
        this.phrases = ResourceBundle.getBundle(BUNDLE, locale, new EnglishLast());
    }

    /**
     * Speaks English.
     *
     * @return the messages in English
     */
    public static Messages english() {
        return ENGLISH;
    }

    /**
     * Speaks a language.
     *
     * @param locale the language
     * @return the messages in it, or in English where there are none
     */
    public static Messages in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : new Messages(locale);
    }

    /**
     * Tells in which language phrases are said.
     *
     * @return the language; English if the one that was asked for is not there
     */
    public Locale locale() {
        return phrases.getLocale();
    }

    /**
     * Puts a wording into words.
     *
     * @param wording what is said
     * @return a sentence or two; of a shape's messages the one in the language, else the English one, else the one
     *     without a language, else the first
     * @throws java.util.MissingResourceException if no message file has the phrase
     */
    public String text(Wording wording) {
        return say(wording).text();
    }

    /**
     * Puts a wording into words, and says of which language they are.
     *
     * @param wording what is said
     * @return the same sentences as {@link #text}
     * @throws java.util.MissingResourceException if no message file has the phrase
     */
    public Said say(Wording wording) {
        return wording instanceof Wording.Authored authored
                ? best(authored.texts())
                : new Said(phrase((Wording.Phrase) wording), locale().toLanguageTag());
    }

    /**
     * Tells whether there is a phrase.
     *
     * @param key a key of the message files
     * @return true if the language or English has it
     */
    public boolean has(String key) {
        return phrases.containsKey(key);
    }

    private String phrase(Wording.Phrase phrase) {
        return BLANK.matcher(phrases.getString(phrase.key()))
                .replaceAll(blank -> Matcher.quoteReplacement(
                        Optional.ofNullable(phrase.parameters().get(blank.group(1)))
                                .map(this::parameter)
                                .orElse(blank.group())));
    }

    private String parameter(Parameter parameter) {
        // What most are, before the switch over types, which makes a class when it is first run.
        if (parameter instanceof Parameter.Text text) {
            return text.text();
        }
        return switch (parameter) {
            case Parameter.Text text -> text.text();
            case Parameter.Term term -> term(term);
            case Parameter.Choice choice ->
                choice.options().stream()
                        .reduce((one, other) -> Wording.of("choice.or", "one", one, "other", other))
                        .map(this::parameter)
                        .orElse("");
            case Wording.Phrase phrase -> phrase(phrase);
        };
    }

    private String term(Parameter.Term term) {
        return label(term.labels())
                .map(label -> phrase(Wording.of("term.labelled", "name", term.name(), "label", label)))
                .orElse(term.name());
    }

    private Optional<String> label(Map<String, String> labels) {
        return Stream.of(locale.toLanguageTag(), locale.getLanguage(), "en")
                .filter(labels::containsKey)
                .map(labels::get)
                .findFirst();
    }

    private Said best(List<Node> texts) {
        Map<String, Node> byLanguage = texts.stream()
                .collect(Collectors.toMap(
                        text -> text.getLiteralLanguage().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, again) -> first));
        return Stream.of(locale.toLanguageTag().toLowerCase(Locale.ROOT), locale.getLanguage(), "en", "")
                .filter(byLanguage::containsKey)
                .map(byLanguage::get)
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .map(text -> new Said(text.getLiteralLexicalForm(), text.getLiteralLanguage()))
                .orElse(Said.NOTHING);
    }

    /** Looks for a language and then for English, phrase by phrase, and never for the language of the machine. */
    private static final class EnglishLast extends ResourceBundle.Control {

        @Override
        public List<String> getFormats(String baseName) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String baseName, Locale locale) {
            return Stream.concat(
                            super.getCandidateLocales(baseName, locale).stream()
                                    .filter(candidate -> !candidate.equals(Locale.ROOT)),
                            Stream.of(Locale.ENGLISH))
                    .distinct()
                    .toList();
        }

        @Override
        public Locale getFallbackLocale(String baseName, Locale locale) {
            return null;
        }
    }
}
