package org.w3id.urbis.benchmark.reach;

import java.util.Optional;
import java.util.function.Function;

/**
 * A question in the words that suit each server. All of them have the same answer.
 *
 * @param what    the question, in English
 * @param ours    asked of Urbis
 * @param indexed asked of the stock server with its indexes; empty if it would say nothing new
 * @param plain   asked of the stock server without them; empty if that cannot be said, or another question has measured it
 */
public record Question(
        String what,
        Function<Spot, String> ours,
        Optional<Function<Spot, String>> indexed,
        Optional<Function<Spot, String>> plain) {

    private static final String PREFIXES = """
        PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX spatial: <http://jena.apache.org/spatial#>
        PREFIX spatialF: <http://jena.apache.org/function/spatial#>
        PREFIX text: <http://jena.apache.org/text#>
        PREFIX units: <http://www.opengis.net/def/uom/OGC/1.0/>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        """;

    /** Asked of both, with the indexes and in the same words. */
    static Question indexed(String what, Function<Spot, String> words) {
        return indexed(what, words, words);
    }

    /** Asked of the stock server in other words. */
    static Question indexed(String what, Function<Spot, String> ours, Function<Spot, String> theirs) {
        return new Question(what, with(ours), Optional.of(with(theirs)), Optional.empty());
    }

    /** Asked of both in SPARQL alone. */
    static Question plain(String what, Function<Spot, String> words) {
        return new Question(what, with(words), Optional.empty(), Optional.of(with(words)));
    }

    private static Function<Spot, String> with(Function<Spot, String> words) {
        return spot -> PREFIXES + words.apply(spot);
    }
}
