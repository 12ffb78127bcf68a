package org.w3id.urbis.loader.readform;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Of the texts that are said of a thing the one that suits best, read by numbers: for putting a hundred thousand things in
 * order. To be used by one thread.
 */
public final class BestTexts {
    private final ReadForm form;
    private final int[] properties;
    private final ToIntFunction<String> rank;
    private final TripleCursor cursor;

    private BestTexts(ReadForm form, int[] properties, ToIntFunction<String> rank) {
        this.form = form;
        this.properties = properties;
        this.rank = rank;
        this.cursor = new TripleCursor(form.triples());
    }

    /**
     * Prepares to read.
     *
     * @param graph      holds the statements
     * @param properties by which texts are said; the first that says anything of a thing counts
     * @param rank       how well a language tag suits, 0 best
     * @return empty if the graph is not all of a read form
     */
    public static Optional<BestTexts> in(Graph graph, List<Node> properties, ToIntFunction<String> rank) {
        if (!(graph instanceof ReadFormGraph whole) || whole.choice() != GraphChoice.UNION) {
            return Optional.empty();
        }
        int[] numbers = properties.stream()
                .mapToInt(whole.form()::part)
                .filter(number -> number >= 0)
                .toArray();
        return Optional.of(new BestTexts(whole.form(), numbers, rank));
    }

    /** The text; of several that suit as well the first by its letters; empty if there is none. */
    public Optional<String> of(Node thing) {
        int subject = form.part(thing);
        if (subject < 0) {
            return Optional.empty();
        }
        for (int property : properties) {
            cursor.open(subject, property, Triples.ANY);
            if (cursor.left() > 0) {
                return best();
            }
        }
        return Optional.empty();
    }

    private Optional<String> best() {
        String best = null;
        int least = Integer.MAX_VALUE;
        while (cursor.next()) {
            Node text = form.terms().term(cursor.value());
            if (text.isLiteral()) {
                int suits = rank.applyAsInt(text.getLiteralLanguage());
                String form = text.getLiteralLexicalForm();
                if (suits < least || suits == least && form.compareTo(best) < 0) {
                    least = suits;
                    best = form;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
