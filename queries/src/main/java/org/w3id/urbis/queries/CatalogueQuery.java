package org.w3id.urbis.queries;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryType;
import org.apache.jena.query.Syntax;

/**
 * A question of the catalogue.
 *
 * <p>Its text is plain SPARQL 1.1 that answers by itself: each parameter is an ordinary variable with a {@code VALUES}
 * block that holds its default. Binding replaces that block in the parsed query, by terms and never by text.
 *
 * <pre>
 * #+ summary: Members of a network
 * #+ question: Which members of this network are named, in what role, and where does it say so?
 * #+ tags: network, membership
 * #+ audience: researcher, portal
 * #+ param: network iri "https://w3id.org/urbis/id/network/c40" the network
 * #+ values: network urbis:Network
 *
 * PREFIX network: &lt;https://w3id.org/urbis/id/network/&gt;
 * PREFIX urbis: &lt;https://w3id.org/urbis/ontology#&gt;
 * SELECT ?member WHERE {
 *   VALUES ?network { network:c40 }
 *   ...
 * </pre>
 *
 * @param name       its folder and file without the ending, such as {@code network/members-of-a-network}
 * @param summary    what the answer is, in a few words
 * @param question   the question as somebody would ask it
 * @param tags       words to find it by
 * @param audiences  whom it is of use to
 * @param parameters what can be filled in, in the order of the header
 * @param federates  short names of the endpoints of others that it asks by {@code SERVICE urbis:<name>}; none for most
 * @param text       the file
 */
public record CatalogueQuery(
        String name,
        String summary,
        String question,
        List<String> tags,
        Set<Audience> audiences,
        List<Parameter> parameters,
        Set<String> federates,
        String text) {

    /** Copies the lists. */
    public CatalogueQuery {
        tags = List.copyOf(tags);
        audiences = Collections.unmodifiableSet(new TreeSet<>(audiences));
        parameters = List.copyOf(parameters);
        federates = Collections.unmodifiableSet(new TreeSet<>(federates));
    }

    /**
     * Reads a question that is not in the catalogue.
     *
     * @param name what to call it
     * @param text its text, with the header
     * @return the question
     * @throws UnusableQueryException if the text has not the form of a catalogue query
     */
    public static CatalogueQuery parse(String name, String text) {
        return new QueryFile(name, text).read();
    }

    /**
     * Parses the query, with its defaults.
     *
     * @return a new query, which the caller may change
     */
    public Query query() {
        return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    }

    /**
     * Says what form of answer it gives.
     *
     * @return {@code SELECT}, {@code ASK}, {@code CONSTRUCT} or {@code DESCRIBE}
     */
    public QueryType form() {
        return query().queryType();
    }

    /** Whether the graph alone does not answer it, because it asks endpoints of others too. */
    public boolean isFederated() {
        return !federates.isEmpty();
    }

    /** Whether it asks by place or name as Jena's extensions do, which is no part of SPARQL: not every store answers it. */
    public boolean isExtended() {
        return text.contains("<http://jena.apache.org/");
    }

    /**
     * Finds a parameter.
     *
     * @param parameter its name
     * @return the parameter, or empty if the query has none of that name
     */
    public Optional<Parameter> parameter(String parameter) {
        return parameters.stream().filter(one -> one.name().equals(parameter)).findFirst();
    }

    /**
     * Fills in parameters; those not mentioned keep their default.
     *
     * @param values for each parameter its value, or its values if it takes several; a value may also hold several
     *               parted by blanks if the parameter is an IRI and takes several
     * @return a new query, which the caller may change
     * @throws ParameterException if there is no such parameter, no value, too many values, or a value of another type
     */
    public Query bind(Map<String, List<String>> values) {
        Query query = query();
        Map<String, List<Node>> terms = new LinkedHashMap<>();
        values.forEach((parameter, texts) -> terms.put(parameter, terms(parameter, texts, query)));
        return terms.isEmpty() ? query : ParameterBlocks.replace(query, terms);
    }

    /**
     * Reads the values of one parameter.
     *
     * @param name  the parameter
     * @param texts its values, as {@link #bind} takes them
     * @return the terms they stand for
     * @throws ParameterException as {@link #bind} throws it
     */
    public List<Node> terms(String name, List<String> texts) {
        return terms(name, texts, query());
    }

    private List<Node> terms(String name, List<String> texts, Query query) {
        Parameter parameter = parameter(name)
                .orElseThrow(() -> new ParameterException(
                        name,
                        parameters.isEmpty()
                                ? this.name + " has no parameters."
                                : "There is no parameter \"" + name + "\". " + this.name + " has: "
                                        + String.join(
                                                ", ",
                                                parameters.stream()
                                                        .map(Parameter::name)
                                                        .toList()) + "."));
        List<String> single = parameter.several() && parameter.type() == ParameterType.IRI
                ? texts.stream()
                        .flatMap(text -> List.of(text.strip().split("\\s+")).stream())
                        .toList()
                : texts;
        if (single.isEmpty() || single.size() > 1 && !parameter.several()) {
            throw new ParameterException(
                    name, "Parameter \"" + name + "\" takes one value, not " + single.size() + ".");
        }
        return single.stream()
                .map(text -> parameter
                        .type()
                        .term(text, query.getPrefixMapping())
                        .orElseThrow(() -> new ParameterException(
                                name,
                                "Parameter \"" + name + "\" takes "
                                        + parameter.type().example() + ", not \"" + text + "\".")))
                .toList();
    }
}
