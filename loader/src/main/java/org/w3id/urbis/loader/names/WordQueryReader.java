package org.w3id.urbis.loader.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.urbis.loader.names.WordQuery.Clause;
import org.w3id.urbis.loader.names.WordQuery.Group;
import org.w3id.urbis.loader.names.WordQuery.Need;
import org.w3id.urbis.loader.names.WordQuery.Part;
import org.w3id.urbis.loader.names.WordQuery.Words;

/** One reading of words with operators. */
final class WordQueryReader {

    private static final int LONGEST = 1_000;
    private static final int MOST_WORDS = 32;
    private static final int MOST_TYPOS = 4;
    private static final int DEEPEST = 8;
    /** Letters that a beginning needs: a single one begins a large part of all names. */
    private static final int FEWEST_LETTERS = 2;

    private static final Set<Character> NOT_KNOWN = Set.of('[', ']', '{', '}', '^', '/', ':', '?');

    private final String text;
    private int at;
    private int words;
    private int withTypos;

    WordQueryReader(String text) {
        this.text = text;
        if (text.length() > LONGEST) {
            throw new UnreadableWordsException("Words to look for have more than 1,000 characters.");
        }
    }

    Group read() {
        Group group = group(0);
        if (at < text.length()) {
            throw new UnreadableWordsException("In the words to look for a bracket is closed that was not opened.");
        }
        return group;
    }

    private Group group(int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableWordsException("Words to look for have brackets more than 8 deep.");
        }
        List<Clause> clauses = new ArrayList<>();
        boolean and = false;
        Need need = Need.MAY;
        for (skip(); at < text.length() && text.charAt(at) != ')'; skip()) {
            if (takes("&&") || takesWord("AND")) {
                and = true;
                require(clauses);
            } else if (takes("||") || takesWord("OR")) {
                and = false;
            } else if (takes("!") || takes("-") || takesWord("NOT")) {
                need = Need.MUST_NOT;
            } else if (takes("+")) {
                need = Need.MUST;
            } else {
                Part part = part(depth);
                if (part != null) {
                    clauses.add(new Clause(part, and && need == Need.MAY ? Need.MUST : need));
                }
                and = false;
                need = Need.MAY;
            }
        }
        return new Group(List.copyOf(clauses));
    }

    /** What stands before AND must be there too. */
    private static void require(List<Clause> clauses) {
        if (!clauses.isEmpty() && clauses.getLast().need() == Need.MAY) {
            clauses.set(clauses.size() - 1, new Clause(clauses.getLast().part(), Need.MUST));
        }
    }

    private Part part(int depth) {
        if (takes("(")) {
            Group inner = group(depth + 1);
            if (!takes(")")) {
                throw new UnreadableWordsException("In the words to look for a bracket is not closed.");
            }
            return inner.clauses().isEmpty() ? null : inner;
        }
        return takes("\"") ? phrase() : word();
    }

    private Part phrase() {
        int end = text.indexOf('"', at);
        if (end < 0) {
            throw new UnreadableWordsException("In the words to look for a quotation mark has no second one.");
        }
        String inner = text.substring(at, end);
        at = end + 1;
        if (at < text.length() && text.charAt(at) == '~') {
            throw unknown('~');
        }
        return words(inner, false, 0);
    }

    private Part word() {
        StringBuilder letters = new StringBuilder();
        boolean beginning = false;
        int typos = 0;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                letters.append(text.charAt(at++));
            } else if (c == '*' && !letters.isEmpty() && isEnd()) {
                beginning = true;
            } else if (c == '~' && !letters.isEmpty()) {
                typos = typos();
            } else if (NOT_KNOWN.contains(c) || c == '*' || c == '~') {
                throw unknown(c);
            } else {
                letters.append(c);
            }
        }
        return words(letters.toString(), beginning, typos);
    }

    private int typos() {
        int typos = 2;
        if (!isEnd()) {
            typos = text.charAt(at++) - '0';
        }
        if (typos < 1 || typos > 2 || !isEnd()) {
            throw new UnreadableWordsException("After ~ stands 1 or 2, the number of letters that may differ.");
        }
        if (++withTypos > MOST_TYPOS) {
            throw new UnreadableWordsException("Words to look for have ~ more than 4 times.");
        }
        return typos;
    }

    private boolean isEnd() {
        return at >= text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')';
    }

    private static UnreadableWordsException unknown(char sign) {
        return new UnreadableWordsException("In the words to look for \"" + sign
                + "\" means nothing here. There are AND, OR, NOT, +, -, brackets, quotation marks, word* and word~; a"
                + " sign that belongs to a name stands within quotation marks.");
    }

    /** The part that some text is, folded; null if it has neither letters nor digits. */
    private Part words(String some, boolean beginning, int typos) {
        List<String> folded = FoldedText.of(some).words();
        words += folded.size();
        if (words > MOST_WORDS) {
            throw new UnreadableWordsException("Words to look for are more than 32.");
        }
        if (folded.isEmpty()) {
            return null;
        }
        if (beginning && folded.getLast().length() < FEWEST_LETTERS) {
            throw new UnreadableWordsException("Before * stand two letters or more.");
        }
        return new Words(folded, beginning, typos);
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean takes(String sign) {
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private boolean takesWord(String word) {
        int end = at + word.length();
        boolean whole = end == text.length() || end < text.length() && Character.isWhitespace(text.charAt(end));
        return whole && takes(word);
    }
}
