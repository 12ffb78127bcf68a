package org.w3id.urbis.endpoint.query;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.Parameter;
import org.w3id.urbis.queries.ParameterException;
import org.w3id.urbis.queries.ParameterType;

/** What a request puts into the blanks of a question. */
final class Filling {
    /** Parameters of every question, which no question may call its own. */
    static final Set<String> OF_ALL = Set.of("format", "lang", "revision");

    private static final int MOST_TOLD = 100;

    private final KnownValues known;
    /**
     * Prepares to read.
     *
     * @param known which things parameters may name
     */
    Filling(KnownValues known) {
        this.known = known;
    }

    /**
     * Reads the values that a request gives; a blank one means the default.
     *
     * @return by parameter its values, those of things as IRIs
     * @throws ProblemException if there is no such parameter, or it cannot have that value; the problem names the parameter
     *                          and what it may be
     */
    Map<String, List<String>> read(CatalogueQuery query, Parameters parameters, RevisionLease revision) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.values().forEach((name, texts) -> {
            List<String> given = texts.stream().filter(text -> !text.isBlank()).toList();
            boolean blank = given.isEmpty() && query.parameter(name).isPresent();
            if (!OF_ALL.contains(name) && !blank) {
                values.put(
                        name,
                        query.parameter(name).map(known -> spelt(known, given)).orElse(given));
            }
        });
        try {
            values.forEach((name, texts) -> check(query, name, query.terms(name, texts), revision));
        } catch (ParameterException unusable) {
            throw Problem.parameter(unusable.parameter(), unusable.getMessage()).exception(unusable);
        }
        return values;
    }

    /** The names of all parameters that a question knows. */
    static Set<String> names(CatalogueQuery query) {
        Set<String> names = new HashSet<>(OF_ALL);
        query.parameters().forEach(parameter -> names.add(parameter.name()));
        return names;
    }

    /** The query with its blanks filled in; the file as it is, so that its comments stay, if none is. */
    static String text(CatalogueQuery query, Map<String, List<String>> values) {
        return values.isEmpty() ? query.text() : query.bind(values).serialize();
    }

    /** What a thing is called in an address: its key, if it stands where the default does, else its IRI. */
    static String shortly(Parameter parameter, String iri) {
        String space = space(parameter);
        boolean key = !space.isEmpty() && iri.startsWith(space) && isKey(iri.substring(space.length()));
        return key ? iri.substring(space.length()) : iri;
    }

    /** Keys as the IRIs they are short for. */
    private static List<String> spelt(Parameter parameter, List<String> texts) {
        String space = space(parameter);
        if (space.isEmpty()) {
            return texts;
        }
        return texts.stream()
                .flatMap(text -> parameter.several() ? Stream.of(text.strip().split("\\s+")) : Stream.of(text.strip()))
                .map(text -> isKey(text) ? space + text : text)
                .toList();
    }

    private static boolean isKey(String text) {
        return text.matches("[A-Za-z0-9._~-]+");
    }

    /** What the IRI of the default begins with; empty if the parameter names no member of anything. */
    private static String space(Parameter parameter) {
        if (parameter.type() != ParameterType.IRI
                || parameter.kinds().isEmpty()
                || parameter.defaults().isEmpty()) {
            return "";
        }
        String iri = parameter.defaults().getFirst().getURI();
        return iri.substring(0, iri.lastIndexOf('/') + 1);
    }

    private void check(CatalogueQuery query, String name, List<Node> terms, RevisionLease revision) {
        List<Node> kinds = query.parameter(name).map(Parameter::kinds).orElse(List.of());
        if (kinds.isEmpty()) {
            return;
        }
        for (Node term : terms) {
            if (!Txn.calculateRead(revision.dataset(), () -> known.has(revision.dataset(), kinds, term))) {
                throw refusal(name, kinds, term, revision).exception();
            }
        }
    }

    private Problem refusal(String name, List<Node> kinds, Node term, RevisionLease revision) {
        List<String> allowed = known.list(revision, kinds, Languages.of("en")).values().stream()
                .map(KnownValues.Value::iri)
                .toList();
        List<String> sorts =
                kinds.stream().map(kind -> Identifiers.localName(kind.getURI())).toList();
        return Problem.parameter(
                        name,
                        "The parameter \"" + name + "\" takes what the graph knows as " + String.join(" or ", sorts)
                                + ", and \"" + term.getURI() + "\" is none."
                                + (allowed.size() > MOST_TOLD ? " Some of them are" : " They are")
                                + " in the member \"allowed\".")
                .with("allowed", allowed.stream().limit(MOST_TOLD).toList());
    }
}
