package org.w3id.urbis.endpoint.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3id.urbis.loader.reach.Reach;
import org.w3id.urbis.ontology.Urbis;

/** Prefixes that are usual for the namespaces met in the graph and in queries on it. */
public final class KnownPrefixes {
    private static final String[] KINDS = {
        "activity",
        "activity-kind",
        "agency",
        "body",
        "city",
        "code-list",
        "commitment",
        "commitment-kind",
        "comparator",
        "direction",
        "document",
        "event",
        "figure",
        "framework",
        "framework-kind",
        "government",
        "group",
        "match-method",
        "measure",
        "membership",
        "network",
        "note",
        "note-kind",
        "organization",
        "organization-kind",
        "participation",
        "partnership",
        "person",
        "place",
        "post",
        "programme",
        "project",
        "role",
        "source",
        "status",
        "tenure",
        "theme",
        "unit"
    };

    /** Namespaces by prefix, the graph's own first. */
    public static final Map<String, String> NAMESPACES = namespaces();

    private KnownPrefixes() {}

    private static Map<String, String> namespaces() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("urbis", Urbis.NS);
        known.put("shape", Urbis.SHAPES);
        known.put("area", "http://metadata.un.org/sdg/codes/geoArea/");
        known.put("sdg", "http://metadata.un.org/sdg/");
        known.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        known.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        known.put("owl", "http://www.w3.org/2002/07/owl#");
        known.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        known.put("skos", "http://www.w3.org/2004/02/skos/core#");
        known.put("dct", "http://purl.org/dc/terms/");
        known.put("dcat", "http://www.w3.org/ns/dcat#");
        known.put("prov", "http://www.w3.org/ns/prov#");
        known.put("org", "http://www.w3.org/ns/org#");
        known.put("foaf", "http://xmlns.com/foaf/0.1/");
        known.put("schema", "https://schema.org/");
        known.put("spatial", Reach.SPATIAL);
        known.put("spatialF", Reach.SPATIAL_FUNCTION);
        known.put("geof", Reach.GEOF);
        known.put("units", Reach.UNITS);
        known.put("text", Reach.TEXT);
        known.put("geo", "http://www.opengis.net/ont/geosparql#");
        known.put("wgs", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        known.put("sh", "http://www.w3.org/ns/shacl#");
        known.put("dqv", "http://www.w3.org/ns/dqv#");
        known.put("oa", "http://www.w3.org/ns/oa#");
        known.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        known.put("locn", "http://www.w3.org/ns/locn#");
        known.put("cpov", "http://data.europa.eu/m8g/");
        known.put("void", "http://rdfs.org/ns/void#");
        known.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        for (String kind : KINDS) {
            known.put(kind, Urbis.ID + kind + "/");
        }
        return Collections.unmodifiableMap(known);
    }
}
