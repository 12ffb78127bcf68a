package org.w3id.urbis.endpoint.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Names of fields: a property as a prefixed name, behind those of the parts that it belongs to. */
final class FormNames {
    /** The prefixes of what a form writes. */
    static final Map<String, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put("dct", "http://purl.org/dc/terms/");
        PREFIXES.put("skos", "http://www.w3.org/2004/02/skos/core#");
        PREFIXES.put("urbis", "https://w3id.org/urbis/ontology#");
        PREFIXES.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private FormNames() {}

    /** A property or class as Turtle has it. */
    static String of(Node term) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> term.getURI().startsWith(prefix.getValue()))
                .map(prefix -> prefix.getKey() + ":"
                        + term.getURI().substring(prefix.getValue().length()))
                .findFirst()
                .orElse("<" + term.getURI() + ">");
    }

    /** The field of a property in a part. */
    static String in(String prefix, Node property) {
        return prefix + of(property);
    }

    /** What the names of all fields of a part begin with. */
    static String part(String field, int row) {
        return field + "." + row + ".";
    }

    /** The field that says in which language the words of another are. */
    static String language(String field) {
        return field + "@";
    }
}
