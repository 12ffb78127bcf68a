package org.w3id.urbis.loader.names;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text without what people spell in different ways: case, accents, punctuation, blanks, script.
 *
 * <p>Every text has a Latin form: Cyrillic, Greek, Arabic, Chinese and other letters are transliterated by ICU, accents are
 * dropped. Where the text is not in Latin letters it keeps a form of its own beside it: compatibility forms unified,
 * vowel marks dropped, Arabic letters that are written for one another unified.
 *
 * @param words the words of the Latin form: lower-case ASCII letters and digits
 * @param own   the words in the text's own script; empty if that is Latin
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode normalisation forms</a>
 */
public record FoldedText(List<String> words, List<String> own) {

    private static final Set<Integer> WITHOUT_BLANKS = Set.of(
            UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR);
    private static final Set<Integer> WITH_IDLE_MARKS = Set.of(
            UScript.INHERITED,
            UScript.COMMON,
            UScript.LATIN,
            UScript.GREEK,
            UScript.CYRILLIC,
            UScript.ARABIC,
            UScript.HEBREW);
    private static final Map<Character, Character> CONFUSED = Map.of('c', 'k', 'q', 'k', 'z', 's', 'w', 'v', 'j', 'g');
    private static final String APOSTROPHES = "'`´‘’ʻʼʾʿ";

    /** Copies the words. */
    public FoldedText {
        words = List.copyOf(words);
        own = List.copyOf(own);
    }

    /** ICU's tables, loaded when the first text comes that is not ASCII. */
    static final class Icu {
        static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
        static final Normalizer2 CASE_FOLDING = Normalizer2.getNFKCCasefoldInstance();
        static final Normalizer2 DECOMPOSITION = Normalizer2.getNFKDInstance();
    }

    /** Folds a text. */
    public static FoldedText of(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return new FoldedText(split(text), List.of());
        }
        if (LatinLetters.areAll(text)) {
            return new FoldedText(split(LatinLetters.plain(text)), List.of());
        }
        List<String> latin = split(Icu.TO_LATIN.transliterate(text));
        boolean isLatin = text.codePoints()
                .filter(Character::isLetter)
                .map(UScript::getScript)
                .allMatch(script -> script == UScript.LATIN || script == UScript.COMMON || script == UScript.INHERITED);
        return new FoldedText(latin, isLatin ? List.of() : splitOwn(text));
    }

    /** The Latin form in one piece; empty if the text has neither letters nor digits. */
    public String key() {
        return String.join("", words);
    }

    /** The form in its own script in one piece; that in Latin if this is its script. */
    public String ownKey() {
        return own.isEmpty() ? key() : String.join("", own);
    }

    /**
     * The consonants of the Latin form, those that scripts confuse written alike: by them a name is found that was written by
     * ear in another script, or without its vowels. {@code mrsl} for Marseille and for Марсель.
     *
     * @return the consonants, double ones once
     */
    String skeleton() {
        StringBuilder skeleton = new StringBuilder();
        for (char c : key().toCharArray()) {
            char consonant = "aeiouyh".indexOf(c) >= 0 ? 0 : CONFUSED.getOrDefault(c, c);
            if (consonant != 0 && (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != consonant)) {
                skeleton.append(consonant);
            }
        }
        return skeleton.toString();
    }

    /** Whether the text has neither letters nor digits. */
    public boolean isEmpty() {
        return words.isEmpty() && own.isEmpty();
    }

    /**
     * The words by which the text is found. Scripts that do not set words apart give each two neighbouring characters.
     *
     * @return the words of both forms
     */
    Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>(words);
        own.forEach(word -> terms.addAll(hasBlanks(word) ? List.of(word) : pairs(word)));
        return terms;
    }

    private static boolean hasBlanks(String word) {
        return word.codePoints().map(UScript::getScript).noneMatch(WITHOUT_BLANKS::contains);
    }

    private static List<String> pairs(String word) {
        int[] characters = word.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs.isEmpty() ? List.of(word) : pairs;
    }

    /** Splits at all that is no ASCII letter or digit; an apostrophe stands within a word. */
    private static List<String> split(String latin) {
        StringBuilder plain = new StringBuilder(latin.length());
        for (char c : latin.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                plain.append(c);
            } else if (APOSTROPHES.indexOf(c) < 0) {
                plain.append(' ');
            }
        }
        return wordsOf(plain);
    }

    private static List<String> splitOwn(String text) {
        String folded = Icu.DECOMPOSITION.normalize(Icu.CASE_FOLDING.normalize(text));
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            if (c != 'ـ' && !isIdleMark(c) && APOSTROPHES.indexOf(c) < 0) {
                plain.appendCodePoint(UCharacter.isLetterOrDigit(c) || isMark(c) ? unified(c) : ' ');
            }
        });
        return wordsOf(plain);
    }

    private static List<String> wordsOf(CharSequence plain) {
        return Arrays.stream(plain.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Marks that writers leave out, other than the vowel signs of the scripts of India, which are letters in all but name. */
    private static boolean isIdleMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK && WITH_IDLE_MARKS.contains(UScript.getScript(c));
    }

    /** Arabic letters that are written for one another: teh marbuta, alef maksura, and the Persian kaf and yeh. */
    private static int unified(int c) {
        return switch (c) {
            case 'ة' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            default -> c;
        };
    }
}
