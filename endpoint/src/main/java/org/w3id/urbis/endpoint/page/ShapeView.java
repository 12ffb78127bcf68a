package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * What a shape demands.
 *
 * @param anchor   the fragment of its IRI
 * @param name     what it is called
 * @param href     its page
 * @param targets  what it applies to
 * @param demands  one for each property and for each rule
 * @param valid    examples that it accepts; not shown in a list of shapes
 * @param invalid  examples that it refuses
 */
public record ShapeView(
        String anchor,
        Text name,
        String href,
        List<Target> targets,
        List<Demand> demands,
        List<Example> valid,
        List<Example> invalid) {

    /**
     * What a shape applies to.
     *
     * @param how   in words, with a place for the term
     * @param terms the class or property
     */
    public record Target(String how, Link terms) {}

    /**
     * One demand.
     *
     * @param anchor     the fragment of its IRI
     * @param properties what it is about, any of them; none for a rule in SPARQL
     * @param says       in plain words
     * @param choices    what the values may be: classes, codes
     * @param pattern    what the text of a value looks like, as a regular expression; empty if that is left open
     * @param severity   whether it has to be so, in words
     * @param message    what is said to whoever breaks it
     */
    public record Demand(
            String anchor,
            List<Link> properties,
            List<String> says,
            List<Link> choices,
            String pattern,
            String severity,
            List<Text> message) {}

    /**
     * An example.
     *
     * @param name  what it shows
     * @param text  as Turtle
     * @param fires anchors of the demands that it breaks; none for an example that is accepted
     */
    public record Example(String name, String text, List<String> fires) {}
}
