package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of a vocabulary.
 *
 * @param title    its name
 * @param iri      its IRI
 * @param about    what it is for
 * @param sections terms by subject
 * @param forms    the same as data
 */
public record VocabularyView(String title, String iri, String about, List<Section> sections, List<Link> forms) {

    /**
     * Terms of one subject.
     *
     * @param anchor  of the section
     * @param heading the subject
     * @param shapes  shapes of things, by name
     * @param terms   the terms, classes first
     */
    public record Section(String anchor, String heading, List<ShapeView> shapes, List<Term> terms) {}

    /**
     * One term.
     *
     * @param anchor     its fragment
     * @param name       its label
     * @param page       where it is explained
     * @param definition what it means, empty if not said
     * @param obsolete   what to use instead, if it is not to be used any more
     * @param facts      all else, property by property
     */
    public record Term(
            String anchor,
            Text name,
            String page,
            List<Text> definition,
            Optional<ThingView.Obsolete> obsolete,
            List<FactView> facts) {}
}
