package org.w3id.urbis.endpoint.sparql;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * Which form an answer takes: by the parameter {@code format}, else by the header Accept.
 *
 * <p>The parameter is no part of the protocol, and the usual clients send it with words of their own, more than once,
 * and beside a header that says what they mean. So the first word that is understood counts, and a word that is not
 * understood counts only where no header tells more.
 */
final class AnswerForm {
    private static final Map<String, List<Representation>> WORDS = Map.of(
            "turtle", List.of(Representation.TURTLE),
            "n3", List.of(Representation.TURTLE),
            "ntriples", List.of(Representation.N_TRIPLES),
            "xml", List.of(Representation.RESULTS_XML, Representation.RDF_XML),
            "rdf+xml", List.of(Representation.RDF_XML),
            "json-ld", List.of(Representation.JSON_LD),
            "json", List.of(Representation.RESULTS_JSON, Representation.JSON_LD));

    private AnswerForm() {}

    /**
     * Chooses.
     *
     * @param words  all values of the parameter
     * @param offers what there is, best first
     * @throws ProblemException if none is wanted
     */
    static Choice choose(ServerRequest request, List<String> words, List<Representation> offers) {
        for (String word : words) {
            Optional<Representation> named = Representation.named(word, offers)
                    .or(() -> WORDS.getOrDefault(word, List.of()).stream()
                            .filter(offers::contains)
                            .findFirst());
            if (named.isPresent()) {
                return Choice.of(named.get());
            }
        }
        String accept = Asking.header(request, HeaderNames.ACCEPT);
        boolean tells = !accept.isBlank() && !accept.strip().equals("*/*");
        return Asking.choose(request, tells ? Optional.empty() : words.stream().findFirst(), offers);
    }

    /** Whether a page is what is asked for, whatever the query is. */
    static boolean isPage(ServerRequest request, List<String> formats) {
        List<Representation> all = new ArrayList<>(Representation.RESULTS);
        all.addAll(Representation.GRAPHS);
        all.add(Representation.HTML);
        return choose(request, formats, all.stream().distinct().toList()).form() == Representation.HTML;
    }
}
