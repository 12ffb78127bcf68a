package org.w3id.urbis.endpoint.collection;

/** The plural of English words, by the rules that hold for the words of the ontology. */
final class EnglishPlural {
    private EnglishPlural() {}

    /** Makes {@code cities} of {@code city}, {@code addresses} of {@code address}, {@code matches} of {@code match}. */
    static String of(String word) {
        int last = word.length() - 1;
        if (word.endsWith("y") && "aeiou".indexOf(word.charAt(last - 1)) < 0) {
            return word.substring(0, last) + "ies";
        }
        if (word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh")) {
            return word + "es";
        }
        return word + "s";
    }
}
