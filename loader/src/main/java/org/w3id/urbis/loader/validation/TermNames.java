package org.w3id.urbis.loader.validation;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.FrontsNode;
import org.apache.jena.graph.Node;

/** The local names of the terms of a vocabulary, from the constants in which Jena lists them. */
final class TermNames {

    private TermNames() {}

    /** Lists those constants of a class that are in a namespace. */
    static Set<String> of(Class<?> constants, String namespace) {
        Set<String> names = new TreeSet<>();
        for (Field field : constants.getFields()) {
            try {
                Object constant = field.get(null);
                Node node = constant instanceof FrontsNode fronting ? fronting.asNode() : null;
                Node term = constant instanceof Node itself ? itself : node;
                if (term != null && term.isURI() && term.getURI().startsWith(namespace)) {
                    names.add(term.getURI().substring(namespace.length()));
                }
            } catch (IllegalAccessException publicFieldsAreOpen) {
                throw new IllegalStateException(publicFieldsAreOpen);
            }
        }
        return names;
    }
}
