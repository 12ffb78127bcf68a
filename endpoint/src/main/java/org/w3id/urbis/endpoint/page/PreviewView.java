package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A thing in a small frame of somebody else's page.
 *
 * @param lang   language of the words around the names
 * @param name   its name
 * @param kind   what it is, where, how large
 * @param facts  a few facts in order
 * @param others what it is also called
 * @param href   where all about it is found, absolute
 * @param iri    its IRI
 */
public record PreviewView(
        String lang, Text name, String kind, List<Fact> facts, List<Text> others, String href, String iri) {

    /** Copies the lists. */
    public PreviewView {
        facts = List.copyOf(facts);
        others = List.copyOf(others);
    }

    /**
     * One fact.
     *
     * @param label what it says
     * @param value the value
     */
    public record Fact(String label, Text value) {}
}
