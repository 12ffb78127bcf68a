package org.w3id.urbis.loader.report;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.Wording;
import org.w3id.urbis.ontology.Urbis;

/**
 * What a finding breaks: a shape, or a check of ours.
 *
 * @param id        a name that stays the same from run to run
 * @param iri       where it is explained; empty for a shape without an IRI
 * @param component what kind of check it is
 */
record Rule(String id, Optional<String> iri, Node component) {

    private static final String KIND_OF_CONSTRAINT = "ConstraintComponent";

    static Rule of(Finding finding) {
        Node component = finding.component();
        boolean isOurs = component.getURI().startsWith(Urbis.SHAPES);
        Optional<String> iri = (isOurs
                        ? Optional.of(component)
                        : finding.constraint().or(finding::shape))
                .filter(Node::isURI)
                .map(Node::getURI);
        String id = iri.map(name -> name.startsWith(Urbis.SHAPES) ? name.substring(Urbis.SHAPES.length()) : name)
                .orElseGet(() -> localName(component));
        return new Rule(id, iri, component);
    }

    /** Says in a few words what kind of check it is. */
    String kind(Messages messages) {
        String name = localName(component);
        String key = "check."
                + (name.endsWith(KIND_OF_CONSTRAINT)
                        ? name.substring(0, name.length() - KIND_OF_CONSTRAINT.length())
                        : name);
        return messages.text(Wording.of(messages.has(key) ? key : "check.other"));
    }

    private static String localName(Node iri) {
        String text = iri.getURI();
        return text.substring(Math.max(text.lastIndexOf('#'), text.lastIndexOf('/')) + 1);
    }
}
