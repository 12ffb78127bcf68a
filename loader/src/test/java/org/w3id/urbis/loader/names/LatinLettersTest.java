package org.w3id.urbis.loader.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatinLettersTest {

    @Test
    void everyTextBecomesWhatTheRulesOfIcuMakeOfIt() {
        Random random = new Random(7);
        int compared = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder made = new StringBuilder();
            for (int length = 1 + random.nextInt(9); length > 0; length--) {
                made.append((char) (random.nextBoolean() ? random.nextInt(0x80) : 0xC0 + random.nextInt(0xC0)));
            }
            String text = made.toString();
            if (LatinLetters.areAll(text)) {
                assertEquals(FoldedText.Icu.TO_LATIN.transliterate(text), LatinLetters.plain(text));
                compared++;
            }
        }
        assertTrue(compared > 2_000);
    }

    @Test
    void whatIsNoLatinLetterIsLeftToIcu() {
        assertTrue(LatinLetters.areAll("Łódź, Île-de-France"));
        assertFalse(LatinLetters.areAll("Київ"));
        assertFalse(LatinLetters.areAll("3 × 4"));
    }
}
