package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What helps to understand a term of the ontology, or a shape, beside what is said of it.
 *
 * @param summary   how much of it there is, in words; empty for a shape
 * @param diagram   the term among its neighbours; at most one
 * @param uses      for a class what its members have, for a property who has it and what it leads to
 * @param heading   of those, the key of its words
 * @param examples  from the graph
 * @param shapes    what applies to it
 * @param questions of the catalogue that use it
 * @param tryIt     where it is asked for; empty if nothing has it
 * @param shape     what it demands, if it is a shape; at most one
 */
public record TermView(
        String summary,
        List<DiagramView> diagram,
        List<Use> uses,
        String heading,
        List<Example> examples,
        List<Applied> shapes,
        List<Link> questions,
        String tryIt,
        List<ShapeView> shape) {

    /**
     * A property of the members of a class, or a class whose members have a property.
     *
     * @param term    the property or class
     * @param number  of statements
     * @param leadsTo classes, code lists and datatypes of the values
     */
    public record Use(Link term, String number, List<Link> leadsTo) {}

    /**
     * An example from the graph.
     *
     * @param thing the thing
     * @param value what it has by the property; empty where the term is a class
     */
    public record Example(Link thing, List<Link> value) {}

    /**
     * A shape that speaks of the term.
     *
     * @param shape the shape
     * @param says  what it says to whoever breaks it; empty for a shape of things
     */
    public record Applied(Link shape, List<Text> says) {}
}
