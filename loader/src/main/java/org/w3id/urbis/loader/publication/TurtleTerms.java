package org.w3id.urbis.loader.publication;

import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.AWriterBase;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.system.PrefixMap;

/** Writes terms as Turtle has them. Not to be shared by threads. */
final class TurtleTerms {

    private final StringBuilder text;
    private final NodeFormatterTTL formatter;
    private final AWriter writer;

    /**
     * Prepares.
     *
     * @param text     what they are appended to
     * @param prefixes what IRIs are shortened by
     */
    TurtleTerms(StringBuilder text, PrefixMap prefixes) {
        this.text = text;
        this.formatter = new Formatter(prefixes);
        this.writer = new Appending(text);
    }

    void append(Node term) {
        formatter.format(writer, term);
    }

    /** Jena's own, which does not shorten the same IRI twice. */
    private static final class Formatter extends NodeFormatterTTL {
        private final KeptTexts iris = new KeptTexts(this::formatted);

        Formatter(PrefixMap prefixes) {
            super(null, prefixes, NodeToLabel.createScopeByDocument());
        }

        private String formatted(String iri) {
            StringBuilder alone = new StringBuilder();
            super.formatURI(new Appending(alone), iri);
            return alone.toString();
        }

        @Override
        public void formatURI(AWriter to, String iri) {
            to.print(iris.of(iri));
        }
    }

    /** What Jena writes to. */
    private static final class Appending extends AWriterBase {
        private final StringBuilder to;

        Appending(StringBuilder to) {
            this.to = to;
        }

        @Override
        public void print(char character) {
            to.append(character);
        }

        @Override
        public void print(char[] characters) {
            to.append(characters);
        }

        @Override
        public void print(String some) {
            to.append(some);
        }

        @Override
        public void printf(String format, Object... arguments) {
            to.append(String.format(format, arguments));
        }

        @Override
        public void println(String some) {
            to.append(some).append('\n');
        }

        @Override
        public void println() {
            to.append('\n');
        }

        @Override
        public void flush() {
            // It is there already.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
