package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> WORDS =
            List.of("City", "Commitment", "MemberCount", "Network", "isMemberOf", "memberCount", "network");

    @Test
    void findsTheWordThatIsFewestKeystrokesAway() {
        assertEquals(List.of("Commitment"), Spelling.nearest("Comitment", WORDS));
        assertEquals(List.of("isMemberOf"), Spelling.nearest("isMembreOf", WORDS));
    }

    @Test
    void prefersTheCaseOfTheWord() {
        assertEquals(List.of("memberCount"), Spelling.nearest("memberCuont", WORDS));
        assertEquals(List.of("MemberCount"), Spelling.nearest("MemberCuont", WORDS));
        assertEquals(List.of("isMemberOf"), Spelling.nearest("ismemberof", WORDS));
    }

    @Test
    void namesAllThatAreEquallyNear() {
        assertEquals(List.of("hat", "rat"), Spelling.nearest("cat", List.of("rat", "dog", "hat")));
    }

    @Test
    void keepsQuietWhenNothingIsNearOrTooMuchIs() {
        assertEquals(List.of(), Spelling.nearest("Agency", WORDS));
        assertEquals(List.of(), Spelling.nearest("757", List.of("752", "754", "756", "758")));
    }

    @Test
    void countsKeystrokes() {
        assertEquals(0, Spelling.distance("city", "city"));
        assertEquals(1, Spelling.distance("ctiy", "city"));
        assertEquals(1, Spelling.distance("cities", "citis"));
        assertEquals(4, Spelling.distance("", "city"));
        assertEquals(3, Spelling.distance("kitten", "sitting"));
    }
}
