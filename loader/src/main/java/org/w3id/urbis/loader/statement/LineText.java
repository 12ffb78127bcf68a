package org.w3id.urbis.loader.statement;

/** Writes statements as lines of N-Quads. Not to be shared by threads. */
public final class LineText {

    private static final byte[] END = {' ', '.', '\n'};

    private final Statements statements;
    private final Last subject = new Last();
    private final Last property = new Last();
    private final Last value = new Last();
    private final Last graph = new Last();

    /** Writes lines of these statements. */
    public LineText(Statements statements) {
        this.statements = statements;
    }

    /** The text of the last term that stood in a place, which is likely to stand there again. */
    private final class Last {
        private int number = -1;
        private byte[] text;

        byte[] of(int wanted) {
            if (wanted != number) {
                text = statements.text(wanted);
                number = wanted;
            }
            return text;
        }
    }

    /**
     * Writes a statement.
     *
     * @param row its number
     * @return its line with the end of line, in UTF-8
     */
    public byte[] of(int row) {
        byte[] s = subject.of(statements.subject(row));
        byte[] p = property.of(statements.property(row));
        byte[] o = value.of(statements.value(row));
        byte[] g = graph.of(statements.graph(row));
        byte[] line = new byte[s.length + p.length + o.length + g.length + END.length + 3];
        int at = put(s, line, 0);
        at = put(p, line, at);
        at = put(o, line, at);
        at = put(g, line, at) - 1;
        System.arraycopy(END, 0, line, at, END.length);
        return line;
    }

    /** Puts a term and the space after it. */
    private static int put(byte[] term, byte[] line, int at) {
        System.arraycopy(term, 0, line, at, term.length);
        line[at + term.length] = ' ';
        return at + term.length + 1;
    }
}
