package org.w3id.urbis.loader.validation;

import java.util.Optional;
import org.w3id.urbis.loader.validation.TurtleToken.Kind;

/**
 * Finds where the reading of Turtle or TriG can go on after a fault: at the next statement.
 *
 * <p>A “.” ends a statement, but it may be the mark that is missing, or one too many. Authors begin statements at the
 * margin and indent what belongs to them, so in a file where they do, the margin counts; in others the “.” does.
 */
final class NextStatement {

    /** How many of the lines that go on with a statement have to be indented for the margin to count. */
    private static final double MOST = 0.8;

    private final SourceText source;
    private final boolean braces;
    private final boolean marginCounts;

    /**
     * Looks at a text.
     *
     * @param source the text
     * @param braces whether braces hold statements, as in TriG
     */
    NextStatement(SourceText source, boolean braces) {
        this.source = source;
        this.braces = braces;
        this.marginCounts = marginCounts();
    }

    /**
     * Finds the next statement.
     *
     * @param begun where the parser began that met the fault
     * @param fault the offset at which it gave up
     * @return where to go on; empty if nothing follows
     */
    Optional<Beginning> after(Beginning begun, int fault) {
        Walk walk = new Walk(begun);
        while (walk.advance()) {
            if (walk.isAtBeginning()) {
                if (walk.token.start() > fault || walk.token.start() == fault && walk.isUnended()) {
                    return Optional.of(new Beginning(walk.token.start(), walk.graph, walk.statement));
                }
                walk.begin();
            }
        }
        return Optional.empty();
    }

    /**
     * Looks for the slip that a fault of grammar follows from: a statement that goes on where it should end, ends where it
     * should go on, or leaves a bracket open. The parser notices such a slip later, or not where it is.
     *
     * @param begun where the parser began that met the fault
     * @param fault the offset at which it gave up
     * @return the fault at the slip; empty if there is none, or if nobody can tell in a file where the margin says nothing
     */
    Optional<Finding> slip(Beginning begun, int fault) {
        if (!marginCounts) {
            return Optional.empty();
        }
        Walk walk = new Walk(begun);
        Slips slips = new Slips(source);
        while (walk.advance() && (walk.token.start() <= fault || walk.isAfterDotAt(fault))) {
            if (walk.token.start() > fault && walk.isAtBeginning()) {
                break;
            }
            if (walk.isAtBeginning()) {
                slips.begins(walk.token, walk.isUnended() ? walk.before : null);
                walk.begin();
            } else if (isFirstOfLine(walk.token)) {
                slips.goesOn(walk.token, walk.before);
            }
            slips.pass(walk.token);
        }
        return slips.found(fault, () -> isBalanced(begun, fault));
    }

    /** Whether as many brackets are closed as are opened in the statement that a fault is in. */
    private boolean isBalanced(Beginning begun, int fault) {
        Walk walk = new Walk(begun);
        int open = 0;
        while (walk.advance() && !(walk.token.start() > fault && walk.isAtBeginning())) {
            if (walk.isAtBeginning()) {
                walk.begin();
                open = 0;
            }
            open += is(walk.token, "[") ? 1 : is(walk.token, "]") ? -1 : 0;
        }
        return open == 0;
    }

    private boolean marginCounts() {
        TurtleTokens tokens = new TurtleTokens(source.text(), 0);
        int continued = 0;
        int indented = 0;
        TurtleToken before = null;
        for (TurtleToken token = tokens.next(); token != null; token = tokens.next()) {
            if (before != null && is(before, ";,") && isFirstOfLine(token) && !isDeclaration(token)) {
                continued++;
                indented += source.position(token.start()).column() > 1 ? 1 : 0;
            }
            before = token;
        }
        return indented >= continued * MOST;
    }

    private boolean is(TurtleToken token, String marks) {
        return token.kind() == Kind.MARK && marks.indexOf(source.text().charAt(token.start())) >= 0;
    }

    /** Whether it begins a declaration, which is a part of no statement. */
    private boolean isDeclaration(TurtleToken token) {
        return token.kind() == Kind.AT_WORD;
    }

    private boolean isBrace(TurtleToken token) {
        return braces && is(token, "{}");
    }

    private boolean isFirstOfLine(TurtleToken token) {
        int start = source.text().lastIndexOf('\n', token.start()) + 1;
        return source.text().substring(start, token.start()).isBlank();
    }

    /**
     * A place from which a parser can read.
     *
     * @param offset the offset of the first character of a statement
     * @param graph  the name of the graph whose braces are open there, with its brace; empty outside of braces
     * @param before the offset at which the statement before it begins
     */
    record Beginning(int offset, String graph, int before) {

        /** The beginning of a file. */
        static final Beginning OF_FILE = new Beginning(0, "", 0);
    }

    /** A walk from token to token that knows in which braces it is and how far the statement is indented. */
    private final class Walk {

        private final TurtleTokens tokens;
        private TurtleToken token;
        private TurtleToken before;
        private int margin = Integer.MAX_VALUE;
        private int statement;
        private String graph;

        Walk(Beginning begun) {
            this.tokens = new TurtleTokens(source.text(), begun.offset());
            this.statement = begun.offset();
            this.graph = begun.graph();
        }

        boolean advance() {
            before = token;
            token = tokens.next();
            if (token != null && isBrace(token)) {
                graph = is(token, "{")
                        ? source.text().substring(statement, token.end()).replaceAll("\\s+", " ")
                        : "";
            }
            return token != null;
        }

        /** Whether the statement before lacks its end, so that the parser gave up at a beginning that is fine itself. */
        boolean isUnended() {
            return before != null && before.kind() != Kind.DOT && !isBrace(before);
        }

        /** Whether the parser gave up at a “.” just before: what follows tells whether it belongs there. */
        boolean isAfterDotAt(int fault) {
            return before != null && before.kind() == Kind.DOT && before.start() == fault;
        }

        boolean isAtBeginning() {
            if (before == null || isBrace(before)) {
                return canBegin();
            }
            return isFirstOfLine(token)
                    && canBegin()
                    && (isDeclaration(token) || marginCounts
                            ? source.position(token.start()).column() <= margin
                            : before.kind() == Kind.DOT);
        }

        void begin() {
            margin = source.position(token.start()).column();
            statement = token.start();
        }

        private boolean canBegin() {
            return switch (token.kind()) {
                case IRI, WORD, AT_WORD -> true;
                case MARK -> is(token, "[(");
                default -> false;
            };
        }
    }
}
