package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of a vocabulary.
 *
 * @param title    its name
 * @param iri      its IRI
 * @param about    what it is for
 * @param sections terms by what they are
 * @param forms    the same as data
 */
public record VocabularyView(String title, String iri, String about, List<Section> sections, List<Link> forms) {

    /**
     * Terms of one sort.
     *
     * @param heading the sort
     * @param terms   the terms by name
     */
    public record Section(String heading, List<Term> terms) {}

    /**
     * One term.
     *
     * @param anchor     its fragment
     * @param name       its label
     * @param definition what it means, empty if not said
     * @param obsolete   what to use instead, if it is not to be used any more
     * @param facts      all else, property by property
     */
    public record Term(
            String anchor,
            Text name,
            List<Text> definition,
            Optional<ThingView.Obsolete> obsolete,
            List<FactView> facts) {}
}
