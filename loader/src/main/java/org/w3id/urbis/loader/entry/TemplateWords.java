package org.w3id.urbis.loader.entry;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.w3id.urbis.ontology.ResourceFolder;

/** What templates say of themselves in one of the six languages, and what their example rows hold. */
final class TemplateWords {

    /** The languages of the United Nations. */
    static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "ru", "zh");

    private static final String FOLDER = "urbis/templates";

    private final Properties words;
    private final Properties examples = read("examples");
    private final String language;

    private TemplateWords(String language) {
        this.language = language;
        this.words = read(language);
    }

    /** The words of a language; those in English for a language that is none of the six. */
    static TemplateWords in(String language) {
        return new TemplateWords(LANGUAGES.contains(language) ? language : "en");
    }

    String language() {
        return language;
    }

    /** What is said, its blank filled; empty if nothing is said of it. */
    String text(String key, String filling) {
        return words.getProperty(key, "").replace("{0}", filling);
    }

    /** What stands in a column of the example row of a kind; empty if nothing does. */
    String example(EntryKind kind, String title) {
        return examples.getProperty(kind.key() + "." + title, examples.getProperty(title, ""));
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(ResourceFolder.onClasspath(FOLDER).text(name + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what templates say: " + name, e);
        }
        return properties;
    }
}
