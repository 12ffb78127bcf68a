package org.w3id.urbis.loader.validation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tokenizer of RIOT calls a part of a text, as an author sees it. */
final class Token {

    private static final Pattern TOKEN = Pattern.compile("\\[[A-Z_]+:(.*)]");
    private static final Pattern TEXT =
            Pattern.compile("\\[LITERAL_(?:LANG|DT):(.*):[^:]*;\\[STRING.*", Pattern.DOTALL);
    private static final Map<String, String> MARKS = Map.of(
            "[DOT]", ".",
            "[COMMA]", ",",
            "[SEMICOLON]", ";",
            "[EQUALS]", "=",
            "[LBRACKET]", "[",
            "[RBRACKET]", "]",
            "[LPAREN]", "(",
            "[RPAREN]", ")",
            "[LBRACE]", "{",
            "[RBRACE]", "}");

    private Token() {}

    /** What to put into a phrase: the mark or word in quotation marks, or words for the end of the file. */
    static Wording.Phrase quoted(String token) {
        return token.equals("[EOF]") ? Wording.of("token.end") : Wording.of("token.quoted", "token", bare(token));
    }

    /** Takes names of tokens out of a message that nobody foresaw. */
    static String bareAll(String message) {
        return TOKEN.matcher(message).replaceAll("“$1”");
    }

    /** The mark or word itself. */
    static String bare(String token) {
        Matcher text = TEXT.matcher(token);
        if (text.matches()) {
            return text.group(1);
        }
        Matcher matcher = TOKEN.matcher(token);
        return matcher.matches() ? matcher.group(1) : MARKS.getOrDefault(token, token);
    }
}
