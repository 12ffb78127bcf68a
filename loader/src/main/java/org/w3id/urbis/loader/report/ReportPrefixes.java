package org.w3id.urbis.loader.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.XSD;
import org.w3id.urbis.ontology.Urbis;

/** The prefixes of reports in RDF. */
final class ReportPrefixes {

    /** Prefix to namespace, in the order in which they are declared. */
    static final Map<String, String> ALL = inOrder();

    private ReportPrefixes() {}

    private static Map<String, String> inOrder() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("sh", SHACL.getURI());
        prefixes.put("shape", Urbis.SHAPES);
        prefixes.put("urbis", Urbis.NS);
        prefixes.put("xsd", XSD.getURI());
        return prefixes;
    }
}
