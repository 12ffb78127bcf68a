package org.w3id.urbis.loader.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.w3id.urbis.loader.validation.Fix.Replacement;
import org.w3id.urbis.loader.validation.TurtleToken.Kind;

/** Follows a file of which the margin shows where statements begin, and keeps the last slip of the statement it is in. */
final class Slips {

    private final SourceText source;
    private final Deque<Opened> open = new ArrayDeque<>();
    private Finding found;
    private Finding leftOpen;
    private int leftOpenDepth;
    private int lineColumn;
    private TurtleToken deeper;
    private boolean isFirstLine;

    Slips(SourceText source) {
        this.source = source;
    }

    /**
     * Takes note of the first token of a statement.
     *
     * @param first    the token
     * @param unended  the last token of the statement before, if that is not ended; null if it is
     */
    void begins(TurtleToken first, TurtleToken unended) {
        found = unended == null ? null : unended(unended);
        leftOpen = null;
        deeper = null;
        isFirstLine = true;
        open.clear();
        lineColumn = source.position(first.start()).column();
    }

    /** Takes note of the first token of a line that goes on with a statement, and of the one before it. */
    void goesOn(TurtleToken first, TurtleToken before) {
        int column = source.position(first.start()).column();
        if (before != null && before.kind() == Kind.DOT) {
            found = endedEarly(before);
            open.clear();
        } else if (leftOpen == null && !open.isEmpty() && !isMark(first, ']') && shouldBeClosed(first, before)) {
            leftOpen = leftOpen(before);
            leftOpenDepth = open.size();
        }
        if (open.isEmpty() && deeper == null && !isFirstLine && column > lineColumn && isMark(before, ';')) {
            deeper = first;
        }
        isFirstLine = false;
        open.forEach(bracket -> bracket.deeper |= column > bracket.margin);
        lineColumn = column;
    }

    private Opened opened(Position bracket) {
        return new Opened(bracket.line(), lineColumn, bracket.column() == lineColumn);
    }

    /** Takes note of every token. */
    void pass(TurtleToken token) {
        if (isMark(token, '[')) {
            open.push(opened(source.position(token.start())));
        } else if (isMark(token, ']') && !open.isEmpty()) {
            open.pop();
            if (open.size() < leftOpenDepth) {
                leftOpen = null;
            }
        }
    }

    /**
     * Returns the slip of the statement.
     *
     * @param fault      the offset at which the parser gave up
     * @param isBalanced whether the statement closes as many brackets as it opens, so that none was left open
     * @return the slip; empty if the statement has none so far, or the line of the fault has brackets that do not match
     */
    Optional<Finding> found(int fault, BooleanSupplier isBalanced) {
        if (found != null) {
            return Optional.of(found);
        }
        if (deeper != null && source.text().startsWith("]", fault) && open.isEmpty()) {
            return Optional.of(fault(
                            source.stretch(deeper.start(), deeper.end()),
                            Wording.of(
                                    "mark.bracket-lost",
                                    "line",
                                    source.position(fault).line()))
                    .with(Fix.saying(Wording.of("mark.bracket-lost.fix"))));
        }
        String line = source.line(source.position(fault).line());
        boolean isUneven = line.chars().filter(c -> c == ']').count()
                > line.chars().filter(c -> c == '[').count();
        return isUneven || leftOpen == null || isBalanced.getAsBoolean() ? Optional.empty() : Optional.of(leftOpen);
    }

    /**
     * Whether a line is no longer within the innermost bracket: lines within it were indented deeper than its own line, or
     * it was opened on the line before and no line is. A line that begins with a bracket may go on at its margin, unless
     * with another bracket.
     */
    private boolean shouldBeClosed(TurtleToken first, TurtleToken before) {
        Opened bracket = open.peek();
        if (source.position(first.start()).column() > bracket.margin) {
            return false;
        }
        boolean mayGoOn = bracket.isFirstOfLine && !(isMark(first, '[') && isMark(before, ','));
        return bracket.deeper
                || !mayGoOn && bracket.line == source.position(before.start()).line();
    }

    private Finding unended(TurtleToken end) {
        Position place = source.stretch(end.start(), end.end());
        if (isMark(end, ';') || isMark(end, ',')) {
            return fault(place, Wording.of("mark.goes-on", "mark", text(end)))
                    .with(Fix.changing(Wording.of("mark.goes-on.fix"), Replacement.of(place, ".")));
        }
        Position character = source.stretch(end.end() - 1, end.end());
        return fault(character, Wording.of("mark.dot-missing-after"))
                .with(Fix.changing(Wording.of("mark.dot-missing-after.fix"), Replacement.after(character, " .")));
    }

    private Finding endedEarly(TurtleToken dot) {
        Position place = source.stretch(dot.start(), dot.end());
        return fault(place, Wording.of("mark.ends-early"))
                .with(Fix.changing(Wording.of("mark.ends-early.fix"), Replacement.of(place, ";")));
    }

    private Finding leftOpen(TurtleToken end) {
        boolean isMark = isMark(end, ';') || isMark(end, ',');
        Position place = source.stretch(end.end() - 1, end.end());
        return fault(place, Wording.of("mark.bracket-left-open"))
                .with(Fix.changing(
                        Wording.of("mark.bracket-open.fix"),
                        isMark ? Replacement.before(place, "] ") : Replacement.after(place, " ]")));
    }

    private static Finding fault(Position place, Wording wording) {
        return Finding.of(place, Severity.VIOLATION, Check.SYNTAX, wording);
    }

    private boolean isMark(TurtleToken token, char mark) {
        return token.kind() == Kind.MARK && source.text().charAt(token.start()) == mark;
    }

    private String text(TurtleToken token) {
        return source.text().substring(token.start(), token.end());
    }

    /** A bracket that was opened and not closed yet. */
    private static final class Opened {

        private final int line;
        private final int margin;
        private final boolean isFirstOfLine;
        private boolean deeper;

        Opened(int line, int margin, boolean isFirstOfLine) {
            this.line = line;
            this.margin = margin;
            this.isFirstOfLine = isFirstOfLine;
        }
    }
}
