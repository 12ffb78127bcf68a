package org.w3id.urbis.loader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.validation.Messages;

class CountsTest {

    /** The examples that CLDR gives for cardinal numbers. */
    @ParameterizedTest
    @CsvSource({
        "en,0,other",
        "en,1,one",
        "en,2,other",
        "en,101,other",
        "fr,0,one",
        "fr,1,one",
        "fr,2,other",
        "es,0,other",
        "es,1,one",
        "es,2,other",
        "ru,0,many",
        "ru,1,one",
        "ru,2,few",
        "ru,4,few",
        "ru,5,many",
        "ru,11,many",
        "ru,12,many",
        "ru,14,many",
        "ru,21,one",
        "ru,22,few",
        "ru,111,many",
        "ru,101,one",
        "ar,0,zero",
        "ar,1,one",
        "ar,2,two",
        "ar,3,few",
        "ar,10,few",
        "ar,11,many",
        "ar,99,many",
        "ar,100,other",
        "ar,102,other",
        "ar,103,few",
        "ar,111,many",
        "zh,0,other",
        "zh,1,other",
        "zh,2,other"
    })
    void findsThePluralCategory(String language, long count, String category) {
        assertEquals(category, Counts.category(language, count));
    }

    @Test
    void groupsDigits() {
        assertEquals("12,345 files", new Counts(Messages.english()).of("file", 12_345));
    }
}
