package org.w3id.urbis.endpoint.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.negotiation.Languages;

/** The pages have the same words in each language, with the same values in them, and count as the language does. */
class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^}]*))?}");

    @Test
    void everyLanguageHasTheSameWords() {
        Map<String, String> english = Words.of("en").beginning("");
        assertTrue(english.size() > 500, "there are words");
        for (String lang : Languages.OFFERED) {
            Map<String, String> words = Words.of(lang).beginning("");
            assertEquals(english.keySet(), words.keySet(), lang);
            words.forEach((key, text) -> {
                assertTrue(!text.isBlank(), () -> lang + " " + key);
                assertEquals(places(english.get(key)), places(text), () -> lang + " " + key);
            });
        }
    }

    /** The forms that CLDR has for whole numbers in a language, and for fractions. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | one other
        fr | one other
        es | one other
        ru | one few many other
        ar | zero one two few many other
        """)
    void aNumberHasEveryFormOfItsLanguage(String lang, String forms) {
        List<String> all = List.of(forms.split(" "));
        Map<String, String> words = Words.of(lang).beginning("workbench.");
        long counted = words.entrySet().stream()
                .flatMap(entry -> PLACE.matcher(entry.getValue())
                        .results()
                        .filter(place -> place.group(2) != null)
                        .peek(place -> assertEquals(all, names(place.group(2)), entry.getKey())))
                .count();
        assertTrue(counted >= 10, () -> lang + " counts " + counted);
    }

    private static List<String> names(String forms) {
        return Pattern.compile("\\|")
                .splitAsStream(forms)
                .map(form -> form.substring(0, form.indexOf(' ')))
                .toList();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
