package org.w3id.urbis.endpoint.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.w3id.urbis.endpoint.negotiation.Languages;

/** The words of the pages themselves in one language; those of {@code urbis/words/<language>.properties}. */
public final class Words {
    private static final List<String> FOLDERS =
            List.of("/urbis/words/", "/urbis/words/workbench/", "/urbis/words/explore/", "/urbis/words/documentation/");
    private static final Map<String, Words> BY_LANGUAGE = read();

    private final String lang;
    private final Locale locale;
    private final Properties texts;

    private Words(String lang, Properties texts) {
        this.lang = lang;
        // Digits as the data has them, in Arabic too: a number on the page is the number in the source. Days before
        // months, as the United Nations write dates in English.
        this.locale = Locale.forLanguageTag((lang.equals("en") ? "en-GB" : lang) + "-u-nu-latn");
        this.texts = texts;
    }

    private static Map<String, Words> read() {
        Map<String, Words> words = new LinkedHashMap<>();
        for (String lang : Languages.OFFERED) {
            Properties texts = new Properties();
            FOLDERS.forEach(folder -> texts.putAll(file(folder + lang + ".properties")));
            words.put(lang, new Words(lang, texts));
        }
        return Map.copyOf(words);
    }

    private static Properties file(String place) {
        Properties texts = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(place)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    /** The words of one of the languages offered; English for any other. */
    public static Words of(String lang) {
        return BY_LANGUAGE.getOrDefault(lang, BY_LANGUAGE.get("en"));
    }

    /** The language. */
    public String lang() {
        return lang;
    }

    /** The direction in which the page runs: {@code ltr} or {@code rtl}. */
    public String dir() {
        return Languages.direction(lang);
    }

    /** What the language calls itself. */
    public String ownName() {
        return get("language");
    }

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** All words whose keys begin in a way, by the rest of the key, in the order of the keys. */
    public Map<String, String> beginning(String prefix) {
        Map<String, String> some = new TreeMap<>();
        texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> some.put(key.substring(prefix.length()), texts.getProperty(key)));
        return some;
    }

    /**
     * The words for a key.
     *
     * @throws IllegalStateException if there are none: a page names a key that no file has
     */
    public String get(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("There are no words for " + key + " in " + lang);
        }
        return text;
    }

    /** The words for a key with values in the places {@code {0}}, {@code {1}} and so on. */
    public String get(String key, Object... values) {
        return new MessageFormat(get(key).replace("'", "''"), locale).format(values);
    }

    /** The words for a key as text of this language. */
    public Text text(String key) {
        return new Text(get(key), lang);
    }

    /** A whole number as this language writes it. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A day of the universal calendar as this language writes it. */
    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    /** What dates and numbers are written by. */
    Locale locale() {
        return locale;
    }
}
